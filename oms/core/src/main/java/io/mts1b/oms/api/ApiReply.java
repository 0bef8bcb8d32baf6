package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.symbology.InstrumentId;
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
    record Account(FundId fund, Money cash, List<PositionView> positions) implements ApiReply {

        /** Copies. */
        public Account {
            positions = List.copyOf(positions);
        }
    }

    /** The trading of a fund is stopped, since then and for that reason. */
    record Halted(HaltRequest halt, boolean repeated) implements ApiReply {}

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
    record PositionView(InstrumentId instrument, Decimal quantity, Money realized, Money fees) {}
}
