package io.mts1b.reportslibrary.run;

/**
 * A figure of a run: what it is called and what it means. Losses are negative; percentages are fractions.
 *
 * <p>Returns are those of the net asset value from session to session, and nothing is taken off for a riskless
 * investment.
 */
public enum Figure {
    /** What was earned over the whole run. */
    TOTAL_RETURN("Total return", Unit.PERCENT, "What the fund gained or lost from the first session to the last."),
    /** The compound annual growth rate. */
    ANNUAL_RETURN(
            "Return per year",
            Unit.PERCENT,
            "The steady yearly growth that would have led to the same total, every gain reinvested."),
    /** The annualized standard deviation of returns. */
    ANNUAL_VOLATILITY(
            "Volatility",
            Unit.PERCENT,
            "How much returns swing around their mean: their standard deviation, scaled to a year."),
    /** The annualized Sharpe ratio. */
    SHARPE_RATIO(
            "Sharpe ratio",
            Unit.RATIO,
            "Mean return for each unit of volatility, per year. The ± is its standard error: two of them either way"
                    + " cover what chance alone explains."),
    /** The standard error of the Sharpe ratio, annualized. */
    SHARPE_STANDARD_ERROR(
            "Sharpe standard error",
            Unit.RATIO,
            "How far the Sharpe ratio may lie from the true one by chance, if returns are independent."),
    /** The annualized Sortino ratio against zero. */
    SORTINO_RATIO(
            "Sortino ratio", Unit.RATIO, "Like the Sharpe ratio, but only returns below zero count as risk. Per year."),
    /** The Calmar ratio over the whole run. */
    CALMAR_RATIO("Calmar ratio", Unit.RATIO, "Return per year for each unit of the worst drawdown."),
    /** The maximum drawdown. */
    WORST_DRAWDOWN("Worst drawdown", Unit.PERCENT, "The deepest fall below an earlier high."),
    /** The mean depth of all drawdowns. */
    AVERAGE_DRAWDOWN("Average drawdown", Unit.PERCENT, "The mean depth of all falls below an earlier high."),
    /** The ulcer index. */
    ULCER_INDEX(
            "Ulcer index",
            Unit.PERCENT,
            "How deep and how long the fund was below its high: the root mean square of all drawdowns."),
    /** The 5 % quantile of returns. */
    VALUE_AT_RISK_95("Value at risk 95 %", Unit.PERCENT, "One session in twenty was worse than this."),
    /** The mean of the worst 5 % of returns. */
    EXPECTED_SHORTFALL_95(
            "Expected shortfall 95 %", Unit.PERCENT, "The mean return of the worst twentieth of all sessions."),
    /** The best calendar month. */
    BEST_MONTH("Best month", Unit.PERCENT, "The largest return of a calendar month."),
    /** The worst calendar month. */
    WORST_MONTH("Worst month", Unit.PERCENT, "The smallest return of a calendar month."),
    /** The fraction of sessions with a gain among those with a gain or a loss. */
    HIT_RATE("Hit rate", Unit.PERCENT, "How many of the sessions that moved the fund moved it up."),
    /** The turnover, per year. */
    ANNUAL_TURNOVER(
            "Turnover per year",
            Unit.PERCENT,
            "The lesser of what was bought and what was sold, as a share of the average fund, per year.");

    /** What a figure is counted in. */
    public enum Unit {
        /** A fraction, shown as a percentage. */
        PERCENT,
        /** A plain number. */
        RATIO
    }

    private final String label;
    private final Unit unit;
    private final String explanation;

    Figure(String label, Unit unit, String explanation) {
        this.label = label;
        this.unit = unit;
        this.explanation = explanation;
    }

    /**
     * Returns the plain name.
     *
     * @return one to three words
     */
    public String label() {
        return label;
    }

    /**
     * Returns what it is counted in.
     *
     * @return the unit
     */
    public Unit unit() {
        return unit;
    }

    /**
     * Returns what it means, for people who do not know.
     *
     * @return a sentence or two
     */
    public String explanation() {
        return explanation;
    }
}
