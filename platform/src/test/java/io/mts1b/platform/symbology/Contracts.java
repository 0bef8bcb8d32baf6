package io.mts1b.platform.symbology;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.testkit.ForAll;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.random.RandomGenerator;

/** Contracts of all kinds, and texts that are almost symbols. */
final class Contracts {

    private static final String ODD = "-_./ =:pdABCFPMUXZ0123456789é\u0000\uD83D'\"{}*";

    private Contracts() {}

    static Contract any(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                new Contract.Share(
                        ForAll.oneOf(random, "AAPL", "BRK", "T", "BAC", "0700", "PETR4", "C", "P"),
                        random.nextBoolean()
                                ? null
                                : ForAll.oneOf(random, "A", "B", "U", "P", "UN", "WS", "WSA", "RT", "PR", "PRL"));
            case 1 -> {
                Underlying.Pair pair = pair(random);
                yield new Contract.Spot(pair.base(), pair.quote());
            }
            case 2 -> new Contract.Perpetual(pair(random));
            case 3 -> new Contract.MonthFuture(root(random), YearMonth.from(day(random)));
            case 4 -> new Contract.DatedFuture(underlying(random), day(random));
            default ->
                new Contract.Option(
                        underlying(random),
                        day(random),
                        new Decimal(random.nextLong(1, 1_000_000), random.nextInt(5)),
                        ForAll.oneOf(random, OptionRight.values()));
        };
    }

    static LocalDate day(RandomGenerator random) {
        return LocalDate.of(2000, 1, 1).plusDays(random.nextInt(36_525));
    }

    static String mutated(RandomGenerator random, String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            char odd = ODD.charAt(random.nextInt(ODD.length()));
            int at = random.nextInt(out.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> out.insert(at, odd);
                case 1 -> out.replace(at, Math.min(at + 1, out.length()), String.valueOf(odd));
                case 2 -> out.delete(at, Math.min(at + 1, out.length()));
                default -> out.append(out);
            }
        }
        return out.toString();
    }

    private static Underlying underlying(RandomGenerator random) {
        return random.nextBoolean() ? root(random) : pair(random);
    }

    private static Underlying.Root root(RandomGenerator random) {
        return new Underlying.Root(ForAll.oneOf(random, "ES", "6E", "M2K", "SR3", "BRKB", "AAPL1", "SPXW", "F", "BIT"));
    }

    private static Underlying.Pair pair(RandomGenerator random) {
        Currency base = new Currency(
                ForAll.oneOf(random, "BTC", "ETH", "XBT", "DOGE", "EUR", "GBP", "1INCH", "1000PEPE", "XRP"));
        Currency quote = new Currency(ForAll.oneOf(random, "USD", "USDT", "USDC", "JPY", "DAI"));
        return new Underlying.Pair(
                base, quote, ForAll.oneOf(random, quote, base, new Currency("USDC"), new Currency("BNB")));
    }
}
