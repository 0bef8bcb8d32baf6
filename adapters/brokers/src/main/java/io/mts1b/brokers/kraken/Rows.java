package io.mts1b.brokers.kraken;

import io.mts1b.brokers.wire.Wire;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.platform.json.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Words and numbers that several messages share. */
final class Rows {

    /** Types that Kraken has and the house has not. */
    private static final Set<String> OTHERS = new TreeSet<>(Set.of(
            "iceberg", "take-profit", "take-profit-limit", "trailing-stop", "trailing-stop-limit", "settle-position"));

    private static final long HALF_OF_A_TENTH = 50_000;

    private Rows() {}

    static boolean buys(JsonNode side) {
        return switch (side.text()) {
            case "buy" -> true;
            case "sell" -> false;
            default -> throw side.refuse("must be buy or sell");
        };
    }

    /** Seconds since 1970 with decimals, to the millisecond. */
    static Instant seconds(JsonNode number) {
        BigDecimal seconds = number.decimal().toBigDecimal();
        return Wire.guard(
                number,
                () -> Instant.ofEpochMilli(seconds.movePointRight(3)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact()));
    }

    /**
     * The time of a fill. The stream tells microseconds and the history fourteen digits, rounded to a tenth of a millisecond,
     * so that one fill told over both would be two; the millisecond of the rounded time is what both know.
     */
    static Instant fillTime(JsonNode text) {
        return Wire.time(text).plusNanos(HALF_OF_A_TENTH).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Puts an order type together.
     *
     * @param type Kraken's word
     * @param limit its limit, if any
     * @param stop what wakes it, if any
     * @return the type; null if Kraken has it and we have not
     */
    static @Nullable OrderType type(JsonNode type, Optional<Price> limit, Optional<Price> stop) {
        String word = type.text();
        return switch (word) {
            case "market" -> new OrderType.Market();
            case "limit" -> new OrderType.Limit(limit.orElseThrow(() -> type.refuse("must come with a limit price")));
            case "stop-loss" -> new OrderType.Stop(stop.orElseThrow(() -> type.refuse("must come with a stop price")));
            case "stop-loss-limit" ->
                new OrderType.StopLimit(
                        stop.orElseThrow(() -> type.refuse("must come with a stop price")),
                        limit.orElseThrow(() -> type.refuse("must come with a limit price")));
            default -> {
                if (!OTHERS.contains(word)) {
                    throw type.refuse("must be an order type that Kraken documents");
                }
                yield null;
            }
        };
    }
}
