package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message of Coinbase says, in the values of the port. The set is closed. */
public sealed interface CoinbaseMessage {

    /**
     * The venue refuses, in its own words.
     *
     * @param errors at least one
     */
    record Refused(List<String> errors) implements CoinbaseMessage {

        /** Copies. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Orders of the account.
     *
     * @param orders in the venue's order
     * @param next where the next page begins; null if this is the last
     */
    record Orders(List<VenueOrder> orders, @Nullable String next) implements CoinbaseMessage {

        /** Copies. */
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Fills of the account.
     *
     * @param fills by time
     * @param next where the next page begins; null if this is the last
     */
    record Fills(List<VenueFill> fills, @Nullable String next) implements CoinbaseMessage {

        /** Copies. */
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * How much the account has of each asset to trade with, without those of which there is none; what is in vaults or backs
     * perpetual futures is not counted.
     *
     * @param amounts what is held for orders included
     * @param next where the next page begins; null if this is the last
     */
    record Balances(
            SortedMap<Currency, Decimal> amounts, @Nullable String next) implements CoinbaseMessage {

        /** Copies. */
        public Balances {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }

    /**
     * The answer to a command.
     *
     * @param parts what became of each order it was about
     */
    record Answer(List<Part> parts) implements CoinbaseMessage {

        /** Copies. */
        public Answer {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What became of one order of a command.
     *
     * @param order which; null if the venue does not name it
     * @param error why it was refused; null if it was done
     */
    record Part(@Nullable OrderName order, @Nullable String error) {}

    /**
     * Where orders stand, as the stream tells it: how much has traded in all, and not in which fills.
     *
     * @param orders as they are now
     * @param sequence the number of the message on its line
     * @param snapshot whether it tells how things are, not what happens
     */
    record News(List<VenueOrder> orders, long sequence, boolean snapshot) implements CoinbaseMessage {

        /** Copies. */
        public News {
            orders = List.copyOf(orders);
        }
    }

    /**
     * What a key may do.
     *
     * @param view whether it may look
     * @param trade whether it may trade
     * @param transfer whether it may move funds
     */
    record KeyInfo(boolean view, boolean trade, boolean transfer) implements CoinbaseMessage {}

    /**
     * A sign of life.
     *
     * @param what such as {@code heartbeats}
     * @param sequence the number of the message on its line
     */
    record Alive(String what, long sequence) implements CoinbaseMessage {}
}
