package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.kraken.KrakenSettings;
import io.mts1b.brokers.kraken.KrakenSigner;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.kraken.MemoryReserve;
import io.mts1b.brokers.kraken.Nonces;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.local.Protocol;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;

/** Kraken's spot market, where every signature is looked at. */
final class KrakenSpot implements Protocol<KrakenBroker> {

    static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.KRAKEN");
    static final Secret SECRET = Secret.of("bG9jYWwgc2VjcmV0IGZvciBhIGxvY2FsIHZlbnVl");
    static final String KEY = "local-key";

    static KrakenVenue.Account account(InstantSource clock) {
        return new KrakenVenue.Account(
                KEY, SECRET, "bot", KrakenVenue.Account.TRADES, Processes.unlimited(clock), Duration.ofDays(365));
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
        return new KrakenVenue(market, account(clock), KrakenSymbols.house(), clock);
    }

    @Override
    public String stream() {
        return KrakenVenue.STREAM;
    }

    @Override
    public KrakenBroker broker(URI api, InstantSource clock, VenueLink link, VenueListener listener) {
        return new KrakenBroker(
                new KrakenSettings(Orders.BROKER, api, KEY, Duration.ofSeconds(5), List.of()),
                new KrakenBroker.Surroundings(
                        new KrakenSigner(SECRET),
                        new Nonces(clock, new MemoryReserve()),
                        KrakenSymbols.house(),
                        clock,
                        Processes.unlimited(clock),
                        Processes.unlimited(clock)),
                link,
                listener);
    }

    @Override
    public List<String> names(LocalOrder order) {
        return List.of(KrakenWords.order(order));
    }

    @Override
    public String name(LocalFill fill) {
        return KrakenWords.fill(fill);
    }
}
