package io.mts1b.brokers.fix;

import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;

/** Reads the terms of an order as FIX writes them. Each throws an {@link IllegalArgumentException} that names the field. */
public final class FixTerms {

    private FixTerms() {}

    /**
     * Reads whether an order buys.
     *
     * @param message with tag 54
     * @return true for purchases, false for sales of any kind
     */
    public static boolean buys(FixMessage message) {
        return switch (message.code(FixTag.SIDE)) {
            case '1', '3' -> true;
            case '2', '4', '5', '6' -> false;
            default -> throw FixMessage.wrong(FixTag.SIDE, "1 to 6", message.text(FixTag.SIDE));
        };
    }

    /**
     * Reads how much is wanted.
     *
     * @param message with tag 38
     * @return the quantity, positive
     */
    public static Quantity quantity(FixMessage message) {
        Quantity quantity = message.quantity(FixTag.QUANTITY);
        if (quantity.isZero()) {
            throw FixMessage.wrong(FixTag.QUANTITY, "positive", message.text(FixTag.QUANTITY));
        }
        return quantity;
    }

    /**
     * Tells whether the type is one of ours.
     *
     * @param message with tag 40, or not
     * @return whether {@link #type} can be asked
     */
    static boolean hasType(FixMessage message) {
        String type = message.get(FixTag.TYPE);
        return type != null && type.length() == 1 && "1234".contains(type);
    }

    /**
     * Reads at which prices an order trades. A price its type has no use for is refused.
     *
     * @param message with tags 40, 44 and 99 as the type wants them
     * @return the type
     */
    public static OrderType type(FixMessage message) {
        OrderType type = switch (message.code(FixTag.TYPE)) {
            case '1' -> new OrderType.Market();
            case '2' -> new OrderType.Limit(message.price(FixTag.PRICE));
            case '3' -> new OrderType.Stop(message.price(FixTag.STOP));
            case '4' -> new OrderType.StopLimit(message.price(FixTag.STOP), message.price(FixTag.PRICE));
            default -> throw FixMessage.wrong(FixTag.TYPE, "1 (market) to 4 (stop limit)", message.text(FixTag.TYPE));
        };
        unused(message, FixTag.PRICE, type.limitPrice().isPresent());
        unused(message, FixTag.STOP, type.stopPrice().isPresent());
        return type;
    }

    /**
     * Writes at which prices an order trades.
     *
     * @param type the type; a limit that is meant to trade at once is a limit
     * @param into the message that tags 40, 44 and 99 are written to
     * @return the message
     */
    public static FixMessage write(OrderType type, FixMessage into) {
        type.limitPrice().ifPresent(limit -> into.set(FixTag.PRICE, limit));
        type.stopPrice().ifPresent(stop -> into.set(FixTag.STOP, stop));
        return into.set(
                FixTag.TYPE,
                switch (type) {
                    case OrderType.Market _ -> '1';
                    case OrderType.Limit _, OrderType.MarketableLimit _ -> '2';
                    case OrderType.Stop _ -> '3';
                    case OrderType.StopLimit _ -> '4';
                });
    }

    /** Zero is how some write that there is none. */
    private static void unused(FixMessage message, FixTag tag, boolean used) {
        if (!used && message.get(tag) != null && !message.decimal(tag).isZero()) {
            throw FixMessage.wrong(tag, "absent for a type " + message.text(FixTag.TYPE), message.text(tag));
        }
    }

    /**
     * Reads how long an order waits.
     *
     * @param message with tag 59, or without: then FIX says for the day
     * @return the time in force
     */
    public static TimeInForce timeInForce(FixMessage message) {
        if (message.get(FixTag.TIME_IN_FORCE) == null) {
            return TimeInForce.DAY;
        }
        return switch (message.code(FixTag.TIME_IN_FORCE)) {
            case '0' -> TimeInForce.DAY;
            case '1' -> TimeInForce.GTC;
            case '2' -> TimeInForce.OPG;
            case '3' -> TimeInForce.IOC;
            case '4' -> TimeInForce.FOK;
            default -> throw FixMessage.wrong(FixTag.TIME_IN_FORCE, "0 to 4", message.text(FixTag.TIME_IN_FORCE));
        };
    }
}
