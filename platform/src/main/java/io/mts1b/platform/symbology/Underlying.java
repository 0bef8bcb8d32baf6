package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a dated future or an option is on, as far as its symbol says. */
public sealed interface Underlying {

    /**
     * Reads the canonical form.
     *
     * @param text such as {@code SPXW}, {@code BTC-USDT} or {@code BTC-USD_BTC}
     * @return the underlying
     * @throws IllegalArgumentException if it is anything else
     */
    static Underlying parse(String text) {
        int hyphen = text.indexOf('-');
        return hyphen < 0 ? new Root(text) : Pair.parse(text);
    }

    /**
     * A listed family of contracts.
     *
     * @param code 1 to 8 capital letters or digits, at least one a letter; of options the root that the OCC lists them
     *     under, which is {@code BRKB} for the share {@code BRK.B}, and ends in a digit after a corporate action
     */
    record Root(String code) implements Underlying {

        private static final Pattern CODE = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{1,8}");

        /** Validates. */
        public Root {
            Require.that(
                    CODE.matcher(code).matches(),
                    "root must be 1 to 8 capital letters or digits, not digits alone, was '" + code + "'");
        }

        /** Returns the code. */
        @Override
        public String toString() {
            return code;
        }
    }

    /**
     * A pair of currencies or crypto assets, and what is paid.
     *
     * @param base what is priced
     * @param quote what it is priced in; not digits alone, which would read as a date, nor a word for a perpetual
     * @param settlement what gains are paid in: the quote if the contract is linear, the base if it is inverse, else a third
     */
    record Pair(Currency base, Currency quote, Currency settlement) implements Underlying {

        private static final Pattern TEXT = Pattern.compile("([A-Z0-9]+)-([A-Z0-9]+)(?:_([A-Z0-9]+))?");

        /** Validates. */
        public Pair {
            Objects.requireNonNull(settlement, "settlement");
            CanonicalText.requirePair(base, quote);
        }

        /**
         * Reads the canonical form.
         *
         * @param text such as {@code BTC-USDT} or {@code BTC-USD_BTC}
         * @return the pair
         * @throws IllegalArgumentException if it is anything else
         */
        static Pair parse(String text) {
            var parts = TEXT.matcher(text);
            Require.that(parts.matches(), "pair must be such as BTC-USDT or BTC-USD_BTC, was '" + text + "'");
            Currency quote = new Currency(parts.group(2));
            String settlement = parts.group(3);
            Require.that(
                    settlement == null || !settlement.equals(quote.code()),
                    "settlement must be left out where it is the quote, was '" + text + "'");
            return new Pair(new Currency(parts.group(1)), quote, settlement == null ? quote : new Currency(settlement));
        }

        /** Returns base, hyphen, quote, and the settlement where it is not the quote. */
        @Override
        public String toString() {
            return base + "-" + quote + (settlement.equals(quote) ? "" : "_" + settlement);
        }
    }
}
