package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ExecutionLimits;
import io.mts1b.omsalgos.FinishReason;
import io.mts1b.omsalgos.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that can be answered, over HTTP and over the bus. */
public sealed interface ApiReply {

    /**
     * An order that was asked about or acted upon.
     *
     * @param order as it stands
     * @param repeated whether nothing was done, for it was done before
     */
    record OneOrder(OrderView order, boolean repeated) implements ApiReply {}

    /**
     * A page of orders.
     *
     * @param orders in the order they were taken; there may be fewer than asked for before the end
     * @param next the number to ask for after; null at the end
     */
    record Orders(List<NumberedOrder> orders, @Nullable Long next) implements ApiReply {

        /** Copies. */
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * A page of orders that may trade.
     *
     * @param orders in the order of their identities
     * @param next what to ask for after; null at the end
     */
    record OpenOrders(List<OrderView> orders, @Nullable OrderId next) implements ApiReply {

        /** Copies. */
        public OpenOrders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * A page of fills.
     *
     * @param fills in the order they were booked
     * @param next the number to ask for after; null at the end
     */
    record Fills(List<FillView> fills, @Nullable Long next) implements ApiReply {

        /** Copies. */
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * What a fund holds.
     *
     * @param fund whose
     * @param cash its cash, negative if borrowed
     * @param positions what it holds, and what it held since the log began
     */
    record Account(FundId fund, Balances cash, List<PositionView> positions) implements ApiReply {

        /** Copies. */
        public Account {
            positions = List.copyOf(positions);
        }
    }

    /** The trading of a fund is stopped, since then and for that reason. */
    record Halted(HaltRequest halt, boolean repeated) implements ApiReply {}

    /**
     * A parent that was asked about or acted upon.
     *
     * @param parent as it stands
     * @param repeated whether nothing was done, for it was done before
     */
    record OneParent(ParentView parent, boolean repeated) implements ApiReply {}

    /**
     * A page of parents.
     *
     * @param parents in the order they were taken
     * @param next the number to ask for after; null at the end
     */
    record Parents(List<NumberedParent> parents, @Nullable Long next) implements ApiReply {

        /** Copies. */
        public Parents {
            parents = List.copyOf(parents);
        }
    }

    /**
     * Nothing was done, unless the code says that this is not known.
     *
     * @param code of which kind
     * @param message what, where, and what was expected
     */
    record Refused(ApiRefusal code, String message) implements ApiReply {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(code, "code");
            Require.that(!message.isBlank(), "message must not be blank");
        }
    }

    /**
     * An order as it stands.
     *
     * @param state what was wished for, and where it stands
     * @param averagePrice of its fills; null before the first
     * @param remaining how much may still trade
     * @param reason why, as the gates or the venue last told; null if they never did
     */
    record OrderView(
            OrderState state,
            @Nullable Price averagePrice,
            Quantity remaining,
            @Nullable String reason) {}

    /** An order, and which of the log it is, from 1. */
    record NumberedOrder(long number, OrderView order) {}

    /**
     * A fill.
     *
     * @param number which of the log, from 1
     * @param fill what was traded
     * @param bustedAt when the venue took it back; null while it stands
     */
    record FillView(long number, Fill fill, @Nullable Instant bustedAt) {}

    /**
     * A position.
     *
     * @param instrument of what
     * @param quantity how much, negative while short, zero once sold
     * @param realized what closed lots gained, fees aside
     * @param fees all fees paid
     */
    record PositionView(InstrumentId instrument, Decimal quantity, Money realized, Balances fees, Balances income) {}

    /**
     * A parent as it stands.
     *
     * @param order what was wished for when it was taken
     * @param algo how it is worked
     * @param limits what the algo must keep
     * @param status how it goes with it
     * @param progress where all of it is
     * @param children how many orders were made of it, named by its identity and a number
     * @param startedAt when it was taken
     * @param until when its horizon is over
     * @param finish how it ended; null while it goes on
     */
    record ParentView(
            Order order,
            Algo algo,
            ExecutionLimits limits,
            ParentStatus status,
            Progress progress,
            int children,
            Instant startedAt,
            Instant until,
            @Nullable FinishReason finish) {

        /**
         * Shows a parent.
         *
         * @param state how far it is
         * @param status how it goes with it
         * @return what is shown of it
         */
        public static ParentView of(ParentState state, ParentStatus status) {
            return new ParentView(
                    state.order(),
                    state.start().algo(),
                    state.start().limits(),
                    status,
                    state.progress(),
                    state.children(),
                    state.start().at(),
                    state.end(),
                    state.finish() == null ? null : state.finish().reason());
        }
    }

    /** A parent, and which of the log it is, from 1. */
    record NumberedParent(long number, ParentView parent) {}
}
