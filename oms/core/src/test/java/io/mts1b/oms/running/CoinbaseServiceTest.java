package io.mts1b.oms.running;

import io.mts1b.brokers.coinbase.local.PaperCoinbase;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Scheduler;
import java.time.InstantSource;
import java.util.Base64;

/** At Coinbase Advanced. */
class CoinbaseServiceTest extends SpotServiceTck {

    CoinbaseServiceTest() {
        super("coinbase", "the-key", Base64.getEncoder().encodeToString(new byte[64]));
    }

    @Override
    LocalVenue speak(LocalMarket spoken, PaperVenue.Options of, InstantSource clock, Scheduler timer) {
        return new PaperCoinbase().speak(spoken, of, clock, timer);
    }
}
