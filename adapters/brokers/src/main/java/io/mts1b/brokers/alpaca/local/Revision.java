package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One order as Alpaca counts orders: an order of the market, until it is replaced. */
final class Revision {

    private final LocalOrder order;
    private final int number;
    private final String name;
    private final Quantity quantity;
    private final Quantity before;
    private final Instant submitted;
    private final @Nullable Revision replaces;
    private @Nullable Revision replacedBy;
    private @Nullable Quantity traded;
    private @Nullable OrderType type;

    private Revision(LocalOrder order, String name, Quantity quantity, Instant submitted, @Nullable Revision replaces) {
        this.order = order;
        this.number = replaces == null ? 0 : replaces.number + 1;
        this.name = name;
        this.quantity = quantity;
        this.before = order.filled();
        this.submitted = submitted;
        this.replaces = replaces;
    }

    static Revision first(LocalOrder order) {
        return new Revision(order, order.ticket().name(), order.ticket().quantity(), order.opened(), null);
    }

    /** Makes the one that is to stand in the place of this. */
    Revision next(String nextName, Quantity nextQuantity, Instant at) {
        return new Revision(order, nextName, nextQuantity, at, this);
    }

    /** Ends, for another stands in its place. */
    void giveWay(Revision next) {
        traded = traded();
        type = order.type();
        replacedBy = next;
    }

    LocalOrder order() {
        return order;
    }

    String name() {
        return name;
    }

    Quantity quantity() {
        return quantity;
    }

    Instant submitted() {
        return submitted;
    }

    /** How much this one has traded itself. */
    Quantity traded() {
        return traded == null ? order.filled().minus(before) : traded;
    }

    OrderType type() {
        return type == null ? order.type() : type;
    }

    boolean isReplaced() {
        return replacedBy != null;
    }

    boolean isWorking() {
        return !isReplaced() && order.isWorking();
    }

    @Nullable String replacesId() {
        return replaces == null ? null : replaces.id();
    }

    @Nullable String replacedById() {
        return replacedBy == null ? null : replacedBy.id();
    }

    String id() {
        return String.format(Locale.ROOT, "a19aca00-0000-4000-8%03d-%012d", number, order.number());
    }

    String status() {
        if (isReplaced()) {
            return "replaced";
        }
        return switch (order.standing()) {
            case WORKING -> traded().isZero() ? "new" : "partially_filled";
            case FILLED -> "filled";
            case CANCELED -> "canceled";
            case EXPIRED -> "expired";
            case REJECTED -> "rejected";
        };
    }
}
