package io.mts1b.oms.risk;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.portfoliorisk.FundRisk;
import io.mts1b.riskengine.portfoliorisk.Greeks;
import io.mts1b.riskengine.portfoliorisk.RiskPosition;
import io.mts1b.riskengine.portfoliorisk.StressScenario;
import io.mts1b.riskengine.portfoliorisk.TailRisk;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fund may lose.
 *
 * @param fund whose
 * @param at when the prices were marked that it holds for
 * @param nav what the fund is worth
 * @param tail what it may lose in one period of the history
 * @param greeks how its value moves with each underlying
 * @param stress what each scenario gains, by name; negative for a loss
 * @param incremental how much more the orders asked about would risk; null if none was
 */
public record RiskReport(
        FundId fund,
        Instant at,
        Money nav,
        TailRisk tail,
        SortedMap<InstrumentId, Greeks> greeks,
        SortedMap<String, Money> stress,
        @Nullable TailRisk incremental) {

    /** Validates, and copies. */
    public RiskReport {
        Objects.requireNonNull(fund, "fund");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(nav, "nav");
        Objects.requireNonNull(tail, "tail");
        greeks = Collections.unmodifiableSortedMap(new TreeMap<>(greeks));
        stress = Collections.unmodifiableSortedMap(new TreeMap<>(stress));
    }

    /**
     * Measures a portfolio.
     *
     * @param portfolio what is held, and wished
     * @param terms how it is measured
     * @return the report
     * @throws IllegalArgumentException if the history lacks an underlying
     */
    public static RiskReport of(HeldPortfolio portfolio, RiskTerms terms) {
        FundRisk held = portfolio.held();
        TailRisk tail = held.tail(terms.history(), terms.model(), terms.tail());
        SortedMap<String, Money> stress = new TreeMap<>();
        for (StressScenario scenario : terms.scenarios()) {
            stress.put(scenario.name(), held.stress(scenario));
        }
        FundRisk after = held;
        for (RiskPosition wish : portfolio.wished()) {
            after = after.with(wish);
        }
        TailRisk incremental = portfolio.wished().isEmpty()
                ? null
                : after.tail(terms.history(), terms.model(), terms.tail()).minus(tail);
        return new RiskReport(
                portfolio.fund(), portfolio.at(), portfolio.nav(), tail, held.greeks(), stress, incremental);
    }
}
