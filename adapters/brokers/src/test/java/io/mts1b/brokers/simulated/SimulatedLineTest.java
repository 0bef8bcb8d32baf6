package io.mts1b.brokers.simulated;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.VirtualTime;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

class SimulatedLineTest extends BrokerTck {

    static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    static final Instant START = Instant.parse("2024-05-06T13:30:00Z");

    static SimulatedVenue market(VirtualTime time, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new SimulatedVenue(time, random, new TreeMap<>(Map.of(SHARE, terms)), 10_000, _ -> {});
    }

    @Override
    protected Venue venue(VenueListener listener) {
        VirtualTime time = new VirtualTime(START);
        SplittableRandom random = new SplittableRandom(1);
        SimulatedVenue market = market(time, random.split());
        SimulatedLine line = new SimulatedLine(Orders.BROKER, market, time, random.split(), Lies.NONE, listener);
        return new Venue() {
            @Override
            public Broker broker() {
                return line;
            }

            @Override
            public InstrumentId instrument() {
                return SHARE;
            }

            @Override
            public InstrumentId unknownInstrument() {
                return InstrumentId.parse("NONE.XNAS");
            }

            @Override
            public Price far() {
                return Price.parse("50");
            }

            @Override
            public Price near() {
                return Price.parse("150");
            }

            @Override
            public void move() {
                market.move();
            }

            @Override
            public void settle() {
                time.until(time.instant().plusSeconds(1));
            }

            @Override
            public void drop() {
                line.disconnect(true);
            }

            @Override
            public void mend() {
                line.connect();
            }
        };
    }
}
