package io.mts1b.oms;

import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;

/**
 * Something a venue tells that our log does not, or the other way round. It stands until the venue's word, or an
 * operator's, ends it, and while it stands most kinds keep risk from adding exposure there.
 *
 * <p>The set is closed: everybody knows every kind there is, and what is done about it.
 */
public sealed interface Difference {

    /**
     * Returns what it is about.
     *
     * @return text that is the same for the same thing, and unlike that of any other
     */
    String key();

    /**
     * Returns where it counts.
     *
     * @return the instrument
     */
    InstrumentId instrument();

    /**
     * Tells whether the position may be other than the log says.
     *
     * @return true but for a fill that was inferred: the venue itself told the quantity and the price
     */
    default boolean raisesDoubt() {
        return true;
    }

    /** An order that may trade in our account and is none of ours. Left alone; ends when the venue no longer tells it. */
    record ForeignOrder(VenueOrder order) implements Difference {

        @Override
        public String key() {
            return "foreign order " + order.name();
        }

        @Override
        public InstrumentId instrument() {
            return order.instrument();
        }
    }

    /** A fill in our account of an order that is none of ours. Ends by an operator's word. */
    record ForeignFill(VenueFill fill) implements Difference {

        @Override
        public String key() {
            return "foreign fill " + fill.fillId();
        }

        @Override
        public InstrumentId instrument() {
            return fill.instrument();
        }
    }

    /** An order that has ended here and may still trade there. It is canceled; ends when the venue no longer tells it. */
    record StillWorking(OrderId order, VenueOrder told) implements Difference {

        @Override
        public String key() {
            return "still working " + order;
        }

        @Override
        public InstrumentId instrument() {
            return told.instrument();
        }
    }

    /** The venue holds another position than the fills add up to. Nothing is changed; ends when they agree. */
    record PositionDiffers(InstrumentId instrument, Decimal ours, Decimal theirs) implements Difference {

        @Override
        public String key() {
            return "position " + instrument;
        }
    }

    /** The venue told of an order what cannot be. It is asked about; ends when the answer fits, or by an operator's word. */
    record Contradiction(OrderId order, InstrumentId instrument, String cause) implements Difference {

        @Override
        public String key() {
            return "contradiction " + order;
        }
    }

    /** The venue says that more of an order has traded than it told fills of. They are asked for. */
    record FillsMissing(OrderId order, InstrumentId instrument, Quantity ours, Quantity theirs) implements Difference {

        @Override
        public String key() {
            return "fills missing " + order;
        }
    }

    /** The venue told that an order has ended, but not how much of it had traded. It is asked. */
    record EndUnconfirmed(OrderId order, InstrumentId instrument) implements Difference {

        @Override
        public String key() {
            return "end unconfirmed " + order;
        }
    }

    /** A fill the venue no longer tells was booked from what it tells of its order. Ends when the fill itself is told. */
    record FillInferred(OrderId order, InstrumentId instrument, FillId fill) implements Difference {

        @Override
        public String key() {
            return "inferred " + fill;
        }

        @Override
        public boolean raisesDoubt() {
            return false;
        }
    }

    /** A fill was taken back that was never told. It is not booked when it comes. */
    record BustedUnseen(OrderId order, InstrumentId instrument, FillId fill) implements Difference {

        @Override
        public String key() {
            return "busted unseen " + fill;
        }

        @Override
        public boolean raisesDoubt() {
            return false;
        }
    }

    /** An order that the venue took and now says it does not know. It stays UNKNOWN; ends by an operator's word. */
    record Forgotten(OrderId order, InstrumentId instrument) implements Difference {

        @Override
        public String key() {
            return "forgotten " + order;
        }
    }
}
