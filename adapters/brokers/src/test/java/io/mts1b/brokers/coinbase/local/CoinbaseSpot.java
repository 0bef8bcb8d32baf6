package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.coinbase.CoinbaseSettings;
import io.mts1b.brokers.coinbase.CoinbaseSigner;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.local.Protocol;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Coinbase's spot market, where every token is looked at. */
record CoinbaseSpot(List<String> permissions, List<String> mayTransfer) implements Protocol<CoinbaseBroker> {

    static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.COINBASE");
    static final String KEY = "organizations/local/apiKeys/key";
    private static final Secret SECRET = Secret.of(Base64.getEncoder().encodeToString(new byte[64]));

    /** With a key that may trade and no more. */
    static CoinbaseSpot trading() {
        return new CoinbaseSpot(CoinbaseVenue.Account.TRADES, List.of());
    }

    @Override
    public InstrumentId instrument() {
        return PAIR;
    }

    @Override
    public LocalMarket market(InstantSource clock, SplittableRandom random) {
        return Processes.pairs(PAIR, clock, random);
    }

    @Override
    public LocalVenue venue(LocalMarket market, InstantSource clock) {
        return new CoinbaseVenue(
                market,
                new CoinbaseVenue.Account(KEY, SECRET, permissions, Processes.unlimited(clock), Duration.ofDays(365)),
                Symbology.house(),
                clock);
    }

    @Override
    public String stream() {
        return CoinbaseVenue.STREAM;
    }

    @Override
    public CoinbaseBroker broker(URI api, InstantSource clock, VenueLink link, VenueListener listener) {
        return new CoinbaseBroker(
                new CoinbaseSettings(Orders.BROKER, api, KEY, Duration.ofSeconds(10), mayTransfer),
                new CoinbaseBroker.Surroundings(
                        new CoinbaseSigner(KEY, SECRET),
                        Symbology.house(),
                        clock,
                        // A process that starts again does so at another time.
                        new SplittableRandom(clock.instant().toEpochMilli()),
                        Processes.unlimited(clock)),
                link,
                listener);
    }

    @Override
    public List<String> names(LocalOrder order) {
        return List.of(CoinbaseWords.order(order));
    }

    @Override
    public String name(LocalFill fill) {
        return CoinbaseWords.fill(fill);
    }
}
