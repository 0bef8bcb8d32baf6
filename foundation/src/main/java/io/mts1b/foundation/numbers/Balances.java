package io.mts1b.foundation.numbers;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Amounts of several currencies, side by side: an account that nobody has converted.
 *
 * <p>A currency that was ever in it stays, at zero if need be, so that sums of the same parts are equal.
 *
 * @param amounts one for each currency, in the order of their codes
 */
public record Balances(List<Money> amounts) implements TextValue {

    private static final String SEPARATOR = ", ";

    /** Nothing of anything. */
    public static final Balances NONE = new Balances(List.of());

    /** Validates, and copies. */
    public Balances {
        amounts = List.copyOf(amounts);
        for (int i = 1; i < amounts.size(); i++) {
            Currency before = amounts.get(i - 1).currency();
            Currency next = amounts.get(i).currency();
            Require.that(
                    before.compareTo(next) < 0,
                    () -> "amounts must be one for each currency, sorted, had " + next + " after " + before);
        }
    }

    /**
     * Returns what has one amount.
     *
     * @param amount the amount, perhaps zero
     * @return it alone
     */
    public static Balances of(Money amount) {
        return new Balances(List.of(amount));
    }

    /**
     * Reads text such as {@code "12.50 USD, -3 EUR"}.
     *
     * @param text amounts with a comma and a space between them, in any order; nothing if empty
     * @return the balances
     * @throws IllegalArgumentException if it is anything else, or a currency is named twice
     * @throws ArithmeticException if a number does not fit
     */
    public static Balances parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        List<Money> amounts = new ArrayList<>();
        for (String part : text.split(SEPARATOR, -1)) {
            amounts.add(Money.parse(part));
        }
        amounts.sort(Comparator.comparing(Money::currency));
        return new Balances(amounts);
    }

    /**
     * Returns how much there is of a currency.
     *
     * @param currency which
     * @return its amount; zero if there is none
     */
    public Money of(Currency currency) {
        int at = find(currency);
        return at < 0 ? Money.zero(currency) : amounts.get(at);
    }

    /**
     * Returns the sum.
     *
     * @param addend what is added to the amount of its currency
     * @return the balances with it
     * @throws ArithmeticException if the sum does not fit
     */
    public Balances plus(Money addend) {
        // Most accounts have one currency.
        if (amounts.size() == 1 && amounts.getFirst().currency().equals(addend.currency())) {
            return of(amounts.getFirst().plus(addend));
        }
        int at = find(addend.currency());
        List<Money> sum = new ArrayList<>(amounts);
        if (at < 0) {
            sum.add(-at - 1, addend);
        } else {
            sum.set(at, amounts.get(at).plus(addend));
        }
        return new Balances(sum);
    }

    /**
     * Returns the difference.
     *
     * @param subtrahend what is taken off the amount of its currency
     * @return the balances without it
     * @throws ArithmeticException if the difference does not fit
     */
    public Balances minus(Money subtrahend) {
        return plus(subtrahend.negated());
    }

    /**
     * Returns the sum, currency by currency.
     *
     * @param addend what is added
     * @return the balances of both
     * @throws ArithmeticException if a sum does not fit
     */
    public Balances plus(Balances addend) {
        Balances sum = this;
        for (Money amount : addend.amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /**
     * Returns the difference, currency by currency.
     *
     * @param subtrahend what is taken off
     * @return the balances without it
     * @throws ArithmeticException if a difference does not fit
     */
    public Balances minus(Balances subtrahend) {
        Balances difference = this;
        for (Money amount : subtrahend.amounts) {
            difference = difference.minus(amount);
        }
        return difference;
    }

    /**
     * Returns what all of it is worth.
     *
     * @param currency what is counted in
     * @param rates what the currencies are worth
     * @return the sum, each part in decimals a ledger keeps; empty if the rate of an amount that is not zero is not known
     */
    public Optional<Money> in(Currency currency, ExchangeRates rates) {
        Money sum = Money.zero(currency);
        for (Money amount : amounts) {
            Optional<Money> worth = rates.convert(amount, currency);
            if (worth.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(worth.get());
        }
        return Optional.of(sum);
    }

    private int find(Currency currency) {
        for (int i = 0; i < amounts.size(); i++) {
            int order = amounts.get(i).currency().compareTo(currency);
            if (order >= 0) {
                return order == 0 ? i : -i - 1;
            }
        }
        return -amounts.size() - 1;
    }

    /** Returns the amounts with a comma and a space between them. */
    @Override
    public String toString() {
        return amounts.stream().map(Money::toString).collect(Collectors.joining(SEPARATOR));
    }
}
