package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.kraken.KrakenSymbols;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Kraken calls things. */
final class KrakenWords {

    private static final Pattern ORDER = Pattern.compile("O[0-9]{5}-[0-9]{5}-LOCAL0");
    private static final int GROUP = 100_000;
    private static final int MICROS = 1_000;
    private static final int SECOND_PLACES = 4;

    private final KrakenSymbols symbols;

    KrakenWords(KrakenSymbols symbols) {
        this.symbols = symbols;
    }

    /** The name of a pair in keys of results, such as two codes of four letters. */
    String pair(InstrumentId instrument) {
        return symbols.restName(instrument);
    }

    /** The shorter name that stands in descriptions: without the letter that says what kind of asset a code is. */
    String shortPair(InstrumentId instrument) {
        String pair = pair(instrument);
        return pair.length() == 8 ? shorter(pair.substring(0, 4)) + shorter(pair.substring(4)) : pair;
    }

    private static String shorter(String code) {
        return code.startsWith("X") || code.startsWith("Z") ? code.substring(1) : code;
    }

    String symbol(InstrumentId instrument) {
        return symbols.streamName(instrument);
    }

    /** The codes of both assets of a pair. */
    String asset(InstrumentId instrument, boolean base) {
        String pair = pair(instrument);
        String symbol = symbol(instrument);
        int slash = symbol.indexOf('/');
        if (pair.length() == 8) {
            return base ? pair.substring(0, 4) : pair.substring(4);
        }
        return base ? symbol.substring(0, slash) : symbol.substring(slash + 1);
    }

    static String order(LocalOrder order) {
        return id('O', order.number());
    }

    static String fill(LocalFill fill) {
        return id('T', fill.number());
    }

    private static String id(char kind, long number) {
        return String.format(Locale.ROOT, "%c%05d-%05d-LOCAL0", kind, number / GROUP, number % GROUP);
    }

    /** The number in an id of an order; empty if it is none of this venue. */
    static Optional<Long> number(String id) {
        return ORDER.matcher(id).matches()
                ? Optional.of(Long.parseLong(id.substring(1, 6)) * GROUP + Long.parseLong(id.substring(7, 12)))
                : Optional.empty();
    }

    static String side(LocalOrder order) {
        return order.ticket().buys() ? "buy" : "sell";
    }

    static String type(OrderType type) {
        return switch (type) {
            case OrderType.Market _ -> "market";
            case OrderType.Limit _, OrderType.MarketableLimit _ -> "limit";
            case OrderType.Stop _ -> "stop-loss";
            case OrderType.StopLimit _ -> "stop-loss-limit";
        };
    }

    /** The price that a description says first: what wakes an order, or else its limit. */
    static String firstPrice(OrderType type) {
        return type.stopPrice().or(type::limitPrice).map(Price::toString).orElse("0");
    }

    static String secondPrice(OrderType type) {
        return type.stopPrice().isEmpty()
                ? "0"
                : type.limitPrice().map(Price::toString).orElse("0");
    }

    static String status(Standing standing) {
        return switch (standing) {
            case WORKING -> "open";
            case FILLED -> "closed";
            case CANCELED, REJECTED -> "canceled";
            case EXPIRED -> "expired";
        };
    }

    static String liquidity(Liquidity liquidity) {
        return liquidity == Liquidity.MAKER ? "m" : "t";
    }

    /** Seconds with four decimals at most, as REST tells times: fourteen digits, rounded to the nearest. */
    static Decimal seconds(Instant at) {
        BigDecimal micros = BigDecimal.valueOf(at.getEpochSecond() * 1_000_000 + at.getNano() / MICROS, 6);
        return Decimal.of(micros.setScale(SECOND_PLACES, RoundingMode.HALF_UP));
    }
}
