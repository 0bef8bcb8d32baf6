package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a venue answers to a question. A list is whole: half of one is {@link NoAnswer}. */
public sealed interface VenueAnswer extends VenueMessage {

    /**
     * Returns which question.
     *
     * @return the number it was asked under
     */
    long request();

    /** All orders of the account that may still trade. */
    record OpenOrders(long request, Instant at, List<VenueOrder> orders) implements VenueAnswer {

        /** Validates, and copies. */
        public OpenOrders {
            Objects.requireNonNull(at, "at");
            orders = List.copyOf(orders);
        }
    }

    /** Where an order stands. */
    record Found(long request, Instant at, VenueOrder order) implements VenueAnswer {

        /** Validates. */
        public Found {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(order, "order");
        }
    }

    /** The venue says that it knows no such order. */
    record NotFound(long request, Instant at) implements VenueAnswer {

        /** Validates. */
        public NotFound {
            Objects.requireNonNull(at, "at");
        }
    }

    /** All fills since {@code from}, which is later than was asked if the venue does not remember that far. */
    record Fills(long request, Instant at, Instant from, List<VenueFill> fills) implements VenueAnswer {

        /** Validates, and copies. */
        public Fills {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(from, "from");
            fills = List.copyOf(fills);
        }
    }

    /** What the account holds: signed quantities, without those that are zero. */
    record Positions(long request, Instant at, SortedMap<InstrumentId, Decimal> quantities) implements VenueAnswer {

        /** Validates, and copies. */
        public Positions {
            Objects.requireNonNull(at, "at");
            quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
        }
    }

    /** How much the account has of each currency, what is reserved for orders included. */
    record Balances(long request, Instant at, SortedMap<Currency, Decimal> amounts) implements VenueAnswer {

        /** Validates, and copies. */
        public Balances {
            Objects.requireNonNull(at, "at");
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }

    /** Nothing clear came back. It says nothing about what was asked. */
    record NoAnswer(long request, Instant at, String reason) implements VenueAnswer {

        /** Validates. */
        public NoAnswer {
            Objects.requireNonNull(at, "at");
            Require.note("reason", reason, MAX_REASON);
        }
    }
}
