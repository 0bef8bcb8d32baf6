package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.Require;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What Interactive Brokers asks about before it takes an order, by the names of its documentation of messages. */
public enum IbkrWarning {
    /** The limit is further from the market than the account's percentage. */
    PRICE_LIMIT("o163"),
    /** The account has no market data of the contract. */
    NO_MARKET_DATA("o354"),
    /** The price is off by more ticks than the account's limit. */
    TICK_LIMIT("o382"),
    /** The quantity is above the account's limit. */
    SIZE_LIMIT("o383"),
    /** The order would most likely trigger and fill at once. */
    TRIGGERS_AT_ONCE("o403"),
    /** The value is above the account's limit. */
    VALUE_LIMIT("o451"),
    /** The allocation is mixed. */
    MIXED_ALLOCATION("o2136"),
    /** There is an order on the other side. */
    CROSS_SIDE("o2137"),
    /** Fractions are not traded outside of regular hours. */
    NO_FRACTIONS_OUTSIDE_HOURS("o2165"),
    /** The bond was called. */
    CALLED_BOND("o10082"),
    /** The quantity is changed by more than the account's limit. */
    SIZE_CHANGE_LIMIT("o10138"),
    /** What may become of any market order. */
    MARKET_ORDER_RISK("o10151"),
    /** What may become of any stop order once it is triggered. */
    STOP_ORDER_RISK("o10152"),
    /** The venue may cap the price, and the order then not trade. */
    PRICE_CAP("o10153"),
    /** What is uncertain of orders for an amount of money. */
    CASH_QUANTITY_DETAILS("o10164"),
    /** An order for an amount of money is not guaranteed. */
    CASH_QUANTITY("o10223"),
    /** What may become of a market order in crypto assets. */
    CRYPTO_MARKET_ORDER("o10288"),
    /** There are several kinds of stop orders. */
    STOP_ORDER_KINDS("o10331"),
    /** The crypto assets are held by another company. */
    CRYPTO_CUSTODY("o10332"),
    /** An option is exercised at the money. */
    EXERCISE_AT_THE_MONEY("o10333"),
    /** The order goes to the omnibus account. */
    OMNIBUS_ACCOUNT("o10334"),
    /** The order comes out of a window for rapid entry. */
    RAPID_ENTRY("o10335");

    private final String id;

    IbkrWarning(String id) {
        this.id = id;
    }

    /**
     * Finds a warning.
     *
     * @param id what the venue calls it, such as {@code o163}
     * @return the warning; empty if it is none of these
     */
    public static Optional<IbkrWarning> of(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /**
     * Finds a warning by its name.
     *
     * @param name such as {@code price-limit}
     * @return the warning
     * @throws IllegalArgumentException if there is none of that name
     */
    public static IbkrWarning parse(String name) {
        return Require.present(
                Arrays.stream(values())
                        .filter(one -> one.toString().equals(name))
                        .findFirst()
                        .orElse(null),
                "warning must be one of " + Arrays.toString(values()) + ", was '" + name + "'");
    }

    /**
     * Returns what the venue calls it.
     *
     * @return such as {@code o163}
     */
    public String id() {
        return id;
    }

    /** Returns the name, such as {@code price-limit}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
