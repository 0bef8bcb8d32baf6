package io.mts1b.oms.running;

import io.mts1b.foundation.Require;
import io.mts1b.oms.risk.RiskTerms;
import io.mts1b.platform.config.Default;
import io.mts1b.riskengine.commands.ReturnFiles;
import io.mts1b.riskengine.portfoliorisk.StressScenario;
import io.mts1b.riskengine.portfoliorisk.TailModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How a running service measures what its funds may lose.
 *
 * @param prices a table of prices, CSV, the date first, then a column per underlying; read once, at the start
 * @param every how often it is told, 10 ms to a day
 * @param model historical, parametric or monte-carlo
 * @param tail which fraction of the periods is worse, in (0, 1)
 * @param rate the riskless rate per year, for options
 * @param seed what the draws of monte-carlo follow from
 * @param draws how many there are
 * @param shocks the return of every underlying in each scenario, by its name
 */
public record RiskSettings(
        Path prices,
        @Default("1m") Duration every,
        @Default("historical") String model,
        @Default("0.05") double tail,
        @Default("0") double rate,
        @Default("0") long seed,
        @Default("10000") int draws,
        Map<String, Double> shocks) {

    /** Validates, and copies. */
    public RiskSettings {
        Objects.requireNonNull(prices, "prices");
        Require.that(
                every.compareTo(Duration.ofMillis(10)) >= 0 && every.compareTo(Duration.ofDays(1)) <= 0,
                "every must be 10 ms to a day, was " + every);
        TailModel.parse(model, seed, draws);
        Require.that(tail > 0 && tail < 1, "tail must be in (0, 1), was " + tail);
        shocks = Collections.unmodifiableSortedMap(new TreeMap<>(shocks));
    }

    /** Reads what is to be measured by. */
    RiskTerms terms() {
        List<StressScenario> scenarios = new ArrayList<>();
        shocks.forEach((name, move) -> scenarios.add(new StressScenario(name, new TreeMap<>(), move, 0)));
        return new RiskTerms(ReturnFiles.read(prices), TailModel.parse(model, seed, draws), tail, scenarios);
    }
}
