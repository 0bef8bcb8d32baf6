package io.mts1b.brokers.kraken.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.local.KrakenVenue;
import io.mts1b.brokers.kraken.local.PaperKraken;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.brokers.setup.Check;
import io.mts1b.brokers.setup.Confirmation;
import io.mts1b.brokers.setup.SessionTck;
import io.mts1b.brokers.setup.VenueSession;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KrakenSessionTest extends SessionTck {

    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.KRAKEN");
    private static final Secret KEY = Secret.of("the-key");
    private static final Secret SECRET = Secret.of("c2VjcmV0");

    KrakenSessionTest() {
        super(new Account(
                PAIR,
                new PaperKraken(),
                KEY,
                SECRET,
                Secret.of("b3RoZXI="),
                Stream.concat(KrakenVenue.Account.TRADES.stream(), Stream.of("withdraw-funds"))
                        .toList(),
                "paper"));
    }

    @Override
    protected VenueSession<ConfinedBroker<KrakenBroker>> open(
            BrokerSettings settings, Confirmation confirmation, VenueListener listener) throws IOException {
        return KrakenSession.open(Orders.BROKER, settings, host, confirmation, listener);
    }

    @Override
    protected List<Check> check(BrokerSettings settings) throws IOException {
        return KrakenSession.check(Orders.BROKER, settings, host, PAIR);
    }

    @Test
    void a_key_that_cannot_trade_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of("query-funds", "query-open-trades"), SECRET, clock)) {
            List<Check> checks = check(settings(BrokerMode.LIVE, stands.api(), List.of()));
            assertThat(checks.get(1).detail()).contains("must be allowed modify-trades");
        }
    }

    @Test
    void what_the_venue_says_is_told_as_it_tells_it() throws Exception {
        try (PaperVenue stands = venue(List.of(), Secret.of("b3RoZXI="), clock)) {
            assertThat(check(settings(BrokerMode.LIVE, stands.api(), List.of()))
                            .get(1)
                            .detail())
                    .isEqualTo("the venue says EAPI:Invalid signature");
        }
    }

    @Test
    void refuses_settings_that_do_not_fit_together() {
        assertThatThrownBy(() -> new BrokerSettings(
                        BrokerMode.PAPER,
                        KEY,
                        null,
                        null,
                        null,
                        Duration.ofSeconds(5),
                        List.of(),
                        null,
                        null,
                        List.of()))
                .hasMessage("key and secret must both be given, or neither");
        assertThatThrownBy(() -> PAPER.at(URI.create("ftp://x"), null))
                .hasMessage("api must be an absolute http or https address, was ftp://x");
        assertThatThrownBy(() -> PAPER.at(URI.create("http://x"), URI.create("http://x")))
                .hasMessage("stream must be an absolute ws or wss address, was http://x");
    }
}
