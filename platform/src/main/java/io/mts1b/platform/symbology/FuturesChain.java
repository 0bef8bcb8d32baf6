package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.platform.symbology.Contract.MonthFuture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contracts of one root in the order they expire in, and which of them is the n-th on a day.
 *
 * <p>The dates are the caller's data; what is computed is a function of them. Immutable.
 */
public final class FuturesChain {

    private final List<Dates> contracts;

    /**
     * When a contract ends.
     *
     * @param contract the contract
     * @param firstNotice the first day on which delivery may be announced; null where nothing is delivered
     * @param lastTrade the last day it is traded on
     */
    public record Dates(MonthFuture contract, @Nullable LocalDate firstNotice, LocalDate lastTrade) {}

    /** Before which date a holder moves on to the next contract. */
    public enum RollDate {
        /** The last day of trading. */
        LAST_TRADE,
        /** The first notice of delivery, where that is before the last day of trading. */
        FIRST_NOTICE
    }

    /**
     * How long a contract is held.
     *
     * @param date before which date
     * @param daysBefore the last day of holding is so many calendar days before it, 0 to 365: with 0 and {@code
     *     LAST_TRADE} a contract is the front until it ends, with 1 and {@code FIRST_NOTICE} until the eve of notice
     */
    public record RollRule(RollDate date, int daysBefore) {

        /** Validates. */
        public RollRule {
            Require.that(daysBefore >= 0 && daysBefore <= 365, "daysBefore must be 0 to 365, was " + daysBefore);
        }

        /**
         * Returns the last day on which a contract is held.
         *
         * @param dates when it ends
         * @return the day
         */
        public LocalDate lastHeld(Dates dates) {
            LocalDate notice = dates.firstNotice();
            LocalDate end = date == RollDate.FIRST_NOTICE && notice != null && notice.isBefore(dates.lastTrade())
                    ? notice
                    : dates.lastTrade();
            return end.minusDays(daysBefore);
        }
    }

    private FuturesChain(List<Dates> contracts) {
        this.contracts = contracts;
    }

    /**
     * Makes a chain.
     *
     * @param contracts in any order, of one root, each month once; contracts of later months end later
     * @return the chain
     * @throws IllegalArgumentException if they are not
     */
    public static FuturesChain of(List<Dates> contracts) {
        List<Dates> sorted = new ArrayList<>(contracts);
        sorted.sort(Comparator.comparing(dates -> dates.contract().month()));
        for (int i = 1; i < sorted.size(); i++) {
            Dates before = sorted.get(i - 1);
            Dates after = sorted.get(i);
            Require.that(
                    before.contract().root().equals(after.contract().root()),
                    "contracts must be of one root, were of "
                            + before.contract().root() + " and "
                            + after.contract().root());
            Require.that(
                    before.lastTrade().isBefore(after.lastTrade()),
                    after.contract() + " must end after " + before.contract() + ", was " + after.lastTrade());
        }
        return new FuturesChain(List.copyOf(sorted));
    }

    /**
     * Returns the front contract.
     *
     * @param on the day
     * @param rule when one moves on
     * @return the first contract that is still held; empty if the chain has none so late
     */
    public Optional<MonthFuture> front(LocalDate on, RollRule rule) {
        return nth(1, on, rule);
    }

    /**
     * Returns the n-th contract.
     *
     * @param n 1 for the front, 2 for the one after it, and so on
     * @param on the day
     * @param rule when one moves on
     * @return the contract; empty if the chain has none so late
     * @throws IllegalArgumentException if {@code n} is not positive
     */
    public Optional<MonthFuture> nth(int n, LocalDate on, RollRule rule) {
        Require.that(n >= 1, "n must be at least 1, was " + n);
        return contracts.stream()
                .filter(dates -> !on.isAfter(rule.lastHeld(dates)))
                .skip(n - 1L)
                .map(Dates::contract)
                .findFirst();
    }
}
