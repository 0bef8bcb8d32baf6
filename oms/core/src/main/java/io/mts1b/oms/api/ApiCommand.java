package io.mts1b.oms.api;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that can be asked, over HTTP and over the bus. */
public sealed interface ApiCommand {

    /** The longest page of orders or fills. */
    int MAX_LIMIT = 1_000;

    /** The longest key of a client. */
    int MAX_KEY = 64;

    /**
     * To take an order. The same key and the same wish are one order, whenever and however often they come.
     *
     * @param key the client's own, 1 to {@value #MAX_KEY} visible ASCII characters
     * @param order what is wished for
     */
    record Submit(String key, OrderWish order) implements ApiCommand {

        /** Validates. */
        public Submit {
            Require.visible("key", key, MAX_KEY);
            Objects.requireNonNull(order, "order");
        }
    }

    /** To change an order that rests at its venue; what it is already is not changed again. */
    record Amend(OrderId orderId, Amendment to) implements ApiCommand {

        /** Validates. */
        public Amend {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * What an order is to be.
     *
     * @param quantity how much is wanted in all, what has traded included
     * @param type at which prices
     */
    record Amendment(Quantity quantity, OrderType type) {

        /** Validates. */
        public Amendment {
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
            Objects.requireNonNull(type, "type");
        }
    }

    /** To take an order back. */
    record Cancel(OrderId orderId, String reason) implements ApiCommand {

        /** Validates. */
        public Cancel {
            Objects.requireNonNull(orderId, "orderId");
            requireReason(reason);
        }
    }

    /** To stop the trading of a fund. Two operators end that, elsewhere. */
    record Halt(FundId fund, String reason) implements ApiCommand {

        /** Validates. */
        public Halt {
            Objects.requireNonNull(fund, "fund");
            requireReason(reason);
        }
    }

    /** To see an order. */
    record GetOrder(OrderId orderId) implements ApiCommand {

        /** Validates. */
        public GetOrder {
            Objects.requireNonNull(orderId, "orderId");
        }
    }

    /**
     * To see the orders of a fund, in the order they were taken. Those that were taken long ago are in the projection.
     *
     * @param fund whose
     * @param after the number of the last one of the page before; 0 for the first page
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    record ListOrders(FundId fund, long after, int limit) implements ApiCommand {

        /** Validates. */
        public ListOrders {
            Objects.requireNonNull(fund, "fund");
            requireAfter(after);
            requireLimit(limit);
        }
    }

    /**
     * To see the orders of a fund that may trade, in the order of their identities.
     *
     * @param fund whose
     * @param after the last one of the page before; null for the first page
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    record ListOpenOrders(FundId fund, @Nullable OrderId after, int limit) implements ApiCommand {

        /** Validates. */
        public ListOpenOrders {
            Objects.requireNonNull(fund, "fund");
            requireLimit(limit);
        }
    }

    /**
     * To see the fills of a fund, in the order they were booked. Those of long ago are in the projection.
     *
     * @param fund whose
     * @param after the number of the last one of the page before; 0 for the first page
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    record ListFills(FundId fund, long after, int limit) implements ApiCommand {

        /** Validates. */
        public ListFills {
            Objects.requireNonNull(fund, "fund");
            requireAfter(after);
            requireLimit(limit);
        }
    }

    /** To see what a fund holds. */
    record GetAccount(FundId fund) implements ApiCommand {

        /** Validates. */
        public GetAccount {
            Objects.requireNonNull(fund, "fund");
        }
    }

    /**
     * To have an algo work an order. The same key and the same wish are one, whenever and however often they come.
     *
     * @param key the client's own, 1 to {@value #MAX_KEY} visible ASCII characters; other than those of its orders
     * @param parent what is wished for
     */
    record Work(String key, ParentWish parent) implements ApiCommand {

        /** Validates. */
        public Work {
            Require.visible("key", key, MAX_KEY);
            Objects.requireNonNull(parent, "parent");
        }
    }

    /** To change what an algo is to trade. */
    record AmendParent(OrderId parentId, ParentAmendment to) implements ApiCommand {

        /** Validates. */
        public AmendParent {
            Objects.requireNonNull(parentId, "parentId");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * What a parent is to be.
     *
     * @param quantity how much is wanted in all, what has traded included
     * @param limit the limit; null for none
     * @param reason why, in words
     */
    record ParentAmendment(Quantity quantity, @Nullable Price limit, String reason) {

        /** Validates. */
        public ParentAmendment {
            Require.that(!quantity.isZero(), "quantity must be positive, was " + quantity);
            requireReason(reason);
        }
    }

    /** To take the children of a parent back, and make none until it is resumed. */
    record PauseParent(OrderId parentId, String reason) implements ApiCommand {

        /** Validates. */
        public PauseParent {
            Objects.requireNonNull(parentId, "parentId");
            requireReason(reason);
        }
    }

    /** To end a pause. */
    record ResumeParent(OrderId parentId, String reason) implements ApiCommand {

        /** Validates. */
        public ResumeParent {
            Objects.requireNonNull(parentId, "parentId");
            requireReason(reason);
        }
    }

    /** To take the children of a parent back, and make none any more. */
    record CancelParent(OrderId parentId, String reason) implements ApiCommand {

        /** Validates. */
        public CancelParent {
            Objects.requireNonNull(parentId, "parentId");
            requireReason(reason);
        }
    }

    /** To see a parent. */
    record GetParent(OrderId parentId) implements ApiCommand {

        /** Validates. */
        public GetParent {
            Objects.requireNonNull(parentId, "parentId");
        }
    }

    /**
     * To see the parents of a fund, in the order they were taken.
     *
     * @param fund whose
     * @param after the number of the last one of the page before; 0 for the first page
     * @param limit how many at most, 1 to {@value #MAX_LIMIT}
     */
    record ListParents(FundId fund, long after, int limit) implements ApiCommand {

        /** Validates. */
        public ListParents {
            Objects.requireNonNull(fund, "fund");
            requireAfter(after);
            requireLimit(limit);
        }
    }

    private static void requireReason(String reason) {
        Require.that(!reason.isBlank(), "reason must not be blank");
        Require.note("reason", reason, OrderEvent.MAX_REASON);
    }

    private static void requireAfter(long after) {
        Require.that(after >= 0, "after must not be negative, was " + after);
    }

    private static void requireLimit(int limit) {
        Require.that(limit >= 1 && limit <= MAX_LIMIT, "limit must be 1 to " + MAX_LIMIT + ", was " + limit);
    }
}
