package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;

class PaperLineTest extends BrokerTck {

    @Override
    protected Venue venue(VenueListener listener) {
        Floor floor = new Floor(CancelsAhead.NONE, listener);
        floor.quote("99", 500, "101", 500);
        return new Venue() {
            @Override
            public Broker broker() {
                return floor.line;
            }

            @Override
            public InstrumentId instrument() {
                return Floor.AAPL;
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
                return Price.parse("100");
            }

            @Override
            public void move() {
                floor.sold("100", 30);
            }

            @Override
            public void settle() {
                floor.settle();
            }

            @Override
            public void drop() {
                floor.line.disconnect("connection reset");
            }

            @Override
            public void mend() {
                floor.line.open();
            }
        };
    }
}
