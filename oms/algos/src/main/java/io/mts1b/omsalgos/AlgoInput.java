package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can move an execution: the records to journal, whose fold is its state.
 *
 * <p>An {@code at} is by our clock and moves the time of the execution; the times inside quotes and trades are a venue's
 * and do not.
 */
public sealed interface AlgoInput {

    /** The first input: what is wanted, how and within which limits. */
    record Started(Order parent, ContractTerms terms, Algo algo, ExecutionLimits limits, Instant at)
            implements AlgoInput {

        /** Validates. */
        public Started {
            Objects.requireNonNull(parent, "parent");
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(algo, "algo");
            Objects.requireNonNull(limits, "limits");
            Objects.requireNonNull(at, "at");
            Admission.check(parent, terms, algo, limits);
        }
    }

    /** The market is quoted anew, at the parent's venue or at one of the router's. */
    record Quoted(Quote quote) implements AlgoInput {

        /** Validates. */
        public Quoted {
            Objects.requireNonNull(quote, "quote");
        }
    }

    /** The market traded, perhaps with us. */
    record Traded(Trade trade) implements AlgoInput {

        /** Validates. */
        public Traded {
            Objects.requireNonNull(trade, "trade");
        }
    }

    /** Time passed. */
    record Ticked(Instant at) implements AlgoInput {

        /** Validates. */
        public Ticked {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The parent has another quantity and another limit, null for none; more may have traded than is wanted now. */
    record Amended(Quantity quantity, @Nullable Price limit, Instant at) implements AlgoInput {

        /** Validates. */
        public Amended {
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
            Objects.requireNonNull(at, "at");
        }
    }

    /** Nothing shall be open until {@link Resumed}; the horizon goes on. */
    record Paused(Instant at) implements AlgoInput {

        /** Validates. */
        public Paused {
            Objects.requireNonNull(at, "at");
        }
    }

    /** A pause is over. */
    record Resumed(Instant at) implements AlgoInput {

        /** Validates. */
        public Resumed {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The parent shall end. */
    record CancelRequested(Instant at) implements AlgoInput {

        /** Validates. */
        public CancelRequested {
            Objects.requireNonNull(at, "at");
        }
    }

    /** The venue has the child. Also the way out of doubt, when it turns out to be alive. */
    record ChildAccepted(int child) implements AlgoInput {}

    /** Some of the child traded, however late. */
    record ChildFilled(int child, Quantity quantity) implements AlgoInput {

        /** Validates. */
        public ChildFilled {
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        }
    }

    /** The venue took a fill back. */
    record ChildBusted(int child, Quantity quantity) implements AlgoInput {

        /** Validates. */
        public ChildBusted {
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
        }
    }

    /** Risk or the venue refused the child. */
    record ChildRejected(int child) implements AlgoInput {}

    /** What was open of the child is canceled or expired. */
    record ChildCanceled(int child) implements AlgoInput {}

    /** The venue refused to cancel the child. */
    record ChildCancelRejected(int child) implements AlgoInput {}

    /** Nobody knows whether the child lives: all of it stays counted until the venue says. */
    record ChildLost(int child) implements AlgoInput {}
}
