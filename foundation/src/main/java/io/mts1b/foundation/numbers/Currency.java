package io.mts1b.foundation.numbers;

import io.mts1b.foundation.TextValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A currency: an ISO 4217 code, or the ticker of a crypto asset that money is counted in.
 *
 * @param code two to twelve capital letters or digits
 */
public record Currency(String code) implements Comparable<Currency>, TextValue {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,12}");

    /** The US dollar. */
    public static final Currency USD = new Currency("USD");

    /** What a crypto asset has where nothing else is known: a satoshi is 10^-8 bitcoin. */
    private static final int CRYPTO_MINOR_UNITS = 8;

    private static final int LEDGER_GUARD_DIGITS = 4;
    // Looked up in, never walked through.
    private static final Map<String, Integer> ISO_MINOR_UNITS = isoMinorUnits();

    /** Validates. */
    public Currency {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("code must be 2 to 12 of A-Z and 0-9, was '" + code + "'");
        }
    }

    /** Most are the same object: every sum asks whether two amounts may be added. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Currency currency && code.equals(currency.code));
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /**
     * Reads a code.
     *
     * @param code two to twelve capital letters or digits
     * @return the currency
     * @throws IllegalArgumentException if it is anything else
     */
    public static Currency parse(String code) {
        return new Currency(code);
    }

    /**
     * Returns the decimals of the smallest unit that changes hands.
     *
     * @return 2 for the dollar, 0 for the yen, 8 for whatever ISO 4217 does not know
     */
    public int minorUnits() {
        return ISO_MINOR_UNITS.getOrDefault(code, CRYPTO_MINOR_UNITS);
    }

    /**
     * Returns the decimals a ledger keeps: four guard digits beyond the minor unit, so that fees and
     * accruals add up, and still twelve digits for the amount.
     *
     * @return the number of decimals
     */
    public int ledgerScale() {
        return minorUnits() + LEDGER_GUARD_DIGITS;
    }

    private static Map<String, Integer> isoMinorUnits() {
        Map<String, Integer> units = new LinkedHashMap<>();
        for (java.util.Currency iso : java.util.Currency.getAvailableCurrencies()) {
            // Metals and funds have no minor unit; ISO says so with -1.
            units.put(iso.getCurrencyCode(), Math.max(0, iso.getDefaultFractionDigits()));
        }
        return units;
    }

    @Override
    public int compareTo(Currency other) {
        return code.compareTo(other.code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
