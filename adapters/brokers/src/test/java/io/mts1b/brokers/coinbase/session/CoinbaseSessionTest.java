package io.mts1b.brokers.coinbase.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.coinbase.local.PaperCoinbase;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoinbaseSessionTest extends SessionTck {

    private static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.COINBASE");
    private static final Secret KEY = Secret.of("organizations/o/apiKeys/k");

    CoinbaseSessionTest() {
        super(new Account(
                PAIR,
                new PaperCoinbase(),
                KEY,
                secret(7),
                secret(8),
                List.of("view", "trade", "transfer"),
                KEY.reveal()));
    }

    private static Secret secret(int seed) {
        byte[] both = new byte[64];
        both[0] = (byte) seed;
        return Secret.of(Base64.getEncoder().encodeToString(both));
    }

    @Override
    protected VenueSession<ConfinedBroker<CoinbaseBroker>> open(
            BrokerSettings settings, Confirmation confirmation, VenueListener listener) throws IOException {
        return CoinbaseSession.open(Orders.BROKER, settings, host, confirmation, listener);
    }

    @Override
    protected List<Check> check(BrokerSettings settings) throws IOException {
        return CoinbaseSession.check(Orders.BROKER, settings, host, PAIR);
    }

    @Test
    void numbers_of_requests_are_not_wanted() {
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
        assertThatThrownBy(() -> check(numbered)).hasMessage("nonces must not be set, for Coinbase wants none");
    }

    @Test
    void a_key_that_cannot_trade_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of("view"), secret(7), clock)) {
            assertThat(check(settings(BrokerMode.LIVE, stands.api(), List.of()))
                            .get(1)
                            .detail())
                    .contains("must be allowed to view and trade");
        }
    }
}
