package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a run was: on which data, for whom, how, and when in market time.
 *
 * @param title the headline of its report
 * @param simulated whether the market data are made up; everything made from the run has to say so
 * @param understood what was understood of the data, a sentence each
 * @param seed what randomness started from; null if there was none
 * @param fund whose money
 * @param strategy what decided
 * @param calendar the name of the calendar its sessions are of
 * @param currency what all amounts are in
 * @param start the first date it covers
 * @param end the last date it covers
 * @param periodsPerYear how many sessions make a year: 252 for days, 52 for weeks, 12 for months
 * @param configuration what it was told, in the order to show it in
 */
@Value.Builder
public record RunInfo(
        String title,
        boolean simulated,
        List<String> understood,
        @Nullable Long seed,
        FundId fund,
        StrategyId strategy,
        String calendar,
        Currency currency,
        LocalDate start,
        LocalDate end,
        double periodsPerYear,
        List<Setting> configuration) {

    /** Validates, and copies. */
    public RunInfo {
        Require.that(!title.isBlank(), "title must not be blank");
        Require.note("title", title, 200);
        understood = List.copyOf(understood);
        understood.forEach(sentence -> Require.note("understood", sentence, 1_000));
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(strategy, "strategy");
        Require.visible("calendar", calendar, 64);
        Objects.requireNonNull(currency, "currency");
        Require.that(!end.isBefore(start), "end must not be before start " + start + ", was " + end);
        Require.that(
                periodsPerYear > 0 && periodsPerYear < Double.POSITIVE_INFINITY,
                "periodsPerYear must be positive and finite, was " + periodsPerYear);
        configuration = List.copyOf(configuration);
    }

    /**
     * One thing a run was told.
     *
     * @param name what it is called
     * @param value its value as text; may be empty
     */
    public record Setting(String name, String value) {

        /** Validates. */
        public Setting {
            Require.that(!name.isBlank(), "name must not be blank");
            Require.note("name", name, 100);
            Require.note("value", value, 4_000);
        }
    }

    /**
     * Starts a description.
     *
     * @return a builder with the defaults: real data, US dollars, 252 sessions a year, no seed, nothing to say
     *     about data or configuration
     */
    public static RunInfoBuilder builder() {
        return new RunInfoBuilder()
                .simulated(false)
                .currency(Currency.USD)
                .periodsPerYear(PeriodsPerYear.TRADING_DAYS.count());
    }

    /**
     * Returns how figures per session become annual ones.
     *
     * @return the periods per year
     */
    public PeriodsPerYear periods() {
        return new PeriodsPerYear(periodsPerYear);
    }
}
