package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.VenueFill;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message of Alpaca says, in the values of the port. The set is closed. */
public sealed interface AlpacaMessage {

    /**
     * The venue refuses, in its own words.
     *
     * @param error code and text
     */
    record Refused(String error) implements AlpacaMessage {}

    /**
     * Orders of the account.
     *
     * @param orders in the venue's order
     */
    record Orders(List<AlpacaOrder> orders) implements AlpacaMessage {

        /** Copies. */
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Fills of the account.
     *
     * @param fills in the venue's order
     * @param last what the venue calls the last of them, after which a next page begins; null if there is none
     */
    record Fills(List<VenueFill> fills, @Nullable String last) implements AlpacaMessage {

        /** Copies. */
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * What the account holds.
     *
     * @param quantities signed, without those that are zero
     */
    record Positions(SortedMap<InstrumentId, Decimal> quantities) implements AlpacaMessage {

        /** Copies. */
        public Positions {
            quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
        }
    }

    /**
     * The account.
     *
     * @param currency of its money
     * @param cash how much of it there is, what is reserved for orders included
     * @param active whether it is open
     * @param tradingBlocked whether it may not trade
     * @param transfersBlocked whether no funds can be moved out of it
     */
    record Account(Currency currency, Decimal cash, boolean active, boolean tradingBlocked, boolean transfersBlocked)
            implements AlpacaMessage {}

    /**
     * The venue's clock.
     *
     * @param at its time
     */
    record Clock(Instant at) implements AlpacaMessage {}

    /**
     * The best prices.
     *
     * @param quotes bid and ask by the venue's symbol
     */
    record Quotes(SortedMap<String, Quote> quotes) implements AlpacaMessage {

        /** Copies. */
        public Quotes {
            quotes = Collections.unmodifiableSortedMap(new TreeMap<>(quotes));
        }
    }

    /**
     * The best prices of one instrument.
     *
     * @param bid the best of who buys; zero if there is none
     * @param ask the best of who sells; zero if there is none
     */
    record Quote(Decimal bid, Decimal ask) {}

    /**
     * What happened to an order.
     *
     * @param event what
     * @param order as it is now
     * @param fill the execution, if it is one
     * @param at when
     */
    record News(Event event, AlpacaOrder order, @Nullable VenueFill fill, Instant at) implements AlpacaMessage {}

    /** What can happen to an order. */
    enum Event {
        /** It is on the way, or waits, or stands as before. */
        UNDER_WAY,
        /** It is on the book. */
        ACCEPTED,
        /** It traded. */
        TRADED,
        /** It was taken off the book. */
        CANCELED,
        /** Its time was up. */
        EXPIRED,
        /** It was refused. */
        REJECTED,
        /** Another order stands in its place. */
        REPLACED,
        /** It cannot be replaced. */
        REPLACE_REJECTED,
        /** It cannot be taken off the book. */
        CANCEL_REJECTED
    }

    /**
     * Whether the stream knows the key.
     *
     * @param good whether it does
     */
    record Authorization(boolean good) implements AlpacaMessage {}

    /**
     * What the stream tells of from now on.
     *
     * @param streams their names
     */
    record Listening(List<String> streams) implements AlpacaMessage {

        /** Copies. */
        public Listening {
            streams = List.copyOf(streams);
        }
    }
}
