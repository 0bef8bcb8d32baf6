package io.mts1b.platform.symbology;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.OptionRight;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Reads canonical symbols. A symbol is told apart by its last part, so there is one reading at most. */
final class CanonicalText {

    static final DateTimeFormatter DAY = formatter("uuuuMMdd");
    static final DateTimeFormatter MONTH = formatter("uuuuMM");

    private static final int LONGEST = 64;
    private static final String PERPETUAL = "PERP";

    /** What follows a base in a symbol and is no quote. */
    private static final List<String> RESERVED = List.of(PERPETUAL, "PERPETUAL", "SWAP");

    private CanonicalText() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    static void requireYear(String name, int year) {
        // Two digits of a year are all that most symbols have.
        Require.that(year >= 2000 && year <= 2099, name + " must be in 2000 to 2099, was in " + year);
    }

    static void requirePair(Currency base, Currency quote) {
        Require.that(!base.equals(quote), "base must differ from the quote, was " + base);
        Require.that(
                quote.code().chars().anyMatch(c -> c >= 'A') && !RESERVED.contains(quote.code()),
                "quote must not be digits alone nor one of " + RESERVED + ", was " + quote);
    }

    static Contract parse(String symbol) {
        try {
            Require.that(symbol.length() <= LONGEST, "symbol must be at most " + LONGEST + " characters long");
            Contract contract = contract(List.of(symbol.split("-", -1)));
            // What is spelt another way (a strike of 70.0) is another symbol, and there is one for each contract.
            Require.that(contract.toString().equals(symbol), "its canonical symbol is " + contract);
            return contract;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "symbol must be canonical, such as BRK.B, EUR-USD, BTC-USDT-PERP, ES-202409, BTC-USD_BTC-20240628 or"
                            + " AAPL-20240517-172.5-C, was " + Quoted.of(symbol) + ": " + e.getMessage(),
                    e);
        }
    }

    private static Contract contract(List<String> parts) {
        String last = parts.getLast();
        if (parts.size() == 1) {
            return share(last);
        }
        if (last.equals(PERPETUAL) && parts.size() > 2) {
            return new Contract.Perpetual(Underlying.Pair.parse(head(parts, 1)));
        }
        if ((last.equals("C") || last.equals("P")) && parts.size() > 2) {
            return option(parts);
        }
        if (last.length() == 8 && isDigits(last)) {
            return new Contract.DatedFuture(Underlying.parse(head(parts, 1)), LocalDate.parse(last, DAY));
        }
        if (last.length() == 6 && isDigits(last)) {
            return new Contract.MonthFuture(new Underlying.Root(head(parts, 1)), YearMonth.parse(last, MONTH));
        }
        Require.that(parts.size() == 2, "its last part is none of PERP, C, P, a month and a day");
        return new Contract.Spot(new Currency(parts.getFirst()), new Currency(last));
    }

    private static Contract share(String text) {
        int point = text.indexOf('.');
        return point < 0
                ? new Contract.Share(text, null)
                : new Contract.Share(text.substring(0, point), text.substring(point + 1));
    }

    private static Contract option(List<String> parts) {
        Require.that(parts.size() >= 4, "an option has an underlying, a day, a strike and C or P");
        return new Contract.Option(
                Underlying.parse(head(parts, 3)),
                LocalDate.parse(parts.get(parts.size() - 3), DAY),
                Decimal.parse(parts.get(parts.size() - 2)),
                parts.getLast().equals("C") ? OptionRight.CALL : OptionRight.PUT);
    }

    private static String head(List<String> parts, int without) {
        return String.join("-", parts.subList(0, parts.size() - without));
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
