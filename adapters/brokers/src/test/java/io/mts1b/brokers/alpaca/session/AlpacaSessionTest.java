package io.mts1b.brokers.alpaca.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.alpaca.AlpacaBroker;
import io.mts1b.brokers.alpaca.local.PaperAlpaca;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlpacaSessionTest extends SessionTck {

    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.ALPACA");
    private static final Secret KEY = Secret.of("THEKEY");
    private static final Secret SECRET = Secret.of("the secret");

    AlpacaSessionTest() {
        super(new Account(
                PAIR,
                new PaperAlpaca(),
                KEY,
                SECRET,
                Secret.of("another"),
                List.of("trade", "transfer"),
                KEY.reveal()));
    }

    @Override
    protected VenueSession<ConfinedAccount<AlpacaBroker>> open(
            BrokerSettings settings, Confirmation confirmation, VenueListener listener) throws IOException {
        return AlpacaSession.open(Orders.BROKER, settings, host, confirmation, listener);
    }

    @Override
    protected List<Check> check(BrokerSettings settings) throws IOException {
        return AlpacaSession.check(Orders.BROKER, settings, host, PAIR);
    }

    @Test
    void says_plainly_what_alpaca_does_not_tell_of_a_key() throws Exception {
        try (PaperVenue stands = venue(List.of("trade", "transfer"), SECRET, clock)) {
            BrokerSettings live = settings(BrokerMode.LIVE, stands.api(), List.of("THEKEY"));
            assertThat(check(live).get(1).detail())
                    .isEqualTo("key 'THEKEY' opens an account that can trade; transfers out of it are not blocked, and "
                            + "whether this key can make them is not told");
        }
    }

    @Test
    void a_share_has_a_book_too_and_an_option_has_none_here() throws Exception {
        assertThat(AlpacaSession.check(Orders.BROKER, PAPER, host, InstrumentId.parse("BRK.B.ALPACA"))
                        .get(3)
                        .detail())
                .startsWith("BRK.B.ALPACA 479.99 / 480.01");
        assertThat(AlpacaSession.check(Orders.BROKER, PAPER, host, InstrumentId.parse("AAPL-20240517-172.5-C.ALPACA"))
                        .get(3)
                        .detail())
                .isEqualTo("instrument must be a share, or a crypto asset for dollars, was "
                        + "AAPL-20240517-172.5-C.ALPACA");
    }

    @Test
    void an_account_that_may_not_trade_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of("transfer"), SECRET, clock)) {
            assertThat(check(settings(BrokerMode.LIVE, stands.api(), List.of("THEKEY")))
                            .get(1)
                            .detail())
                    .isEqualTo("account of key 'THEKEY' must be active and able to trade, is not");
        }
    }

    /** Nothing is sent: the port is one where nobody listens. */
    @Test
    void paper_may_be_alpacas_own_and_numbers_of_requests_are_not_wanted() {
        BrokerSettings elsewhere = settings(BrokerMode.PAPER, URI.create("https://api.alpaca.markets"), List.of());
        assertThatThrownBy(() -> check(elsewhere))
                .hasMessageStartingWith(
                        "on paper the venue must be on this machine or paper-api.alpaca.markets, was https://api.alpaca");
        BrokerSettings numbered = new BrokerSettings(
                BrokerMode.PAPER,
                null,
                null,
                null,
                null,
                Duration.ofSeconds(5),
                List.of(),
                Path.of("nonces"),
                null,
                List.of());
        assertThatThrownBy(() -> check(numbered)).hasMessage("nonces must not be set, for Alpaca wants none");
        BrokerSettings own = settings(BrokerMode.PAPER, URI.create("https://paper-api.alpaca.markets:1"), List.of());
        assertThat(own.api()).isNotNull();
    }
}
