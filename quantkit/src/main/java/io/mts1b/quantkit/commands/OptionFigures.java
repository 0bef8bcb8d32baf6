package io.mts1b.quantkit.commands;

import io.mts1b.quantkit.options.Bachelier;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.quantkit.options.Sensitivities;
import java.util.LinkedHashMap;
import java.util.Map;

/** What each model says of an option, by name, in the order of printing. */
final class OptionFigures {

    private OptionFigures() {}

    static Map<String, Double> of(BlackScholes option) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("value", option.value());
        figures.put("delta", option.delta());
        figures.put("gamma", option.gamma());
        figures.put("vega", option.vega());
        figures.put("theta", option.theta());
        figures.put("rho", option.rho());
        figures.put("dividend_rho", option.dividendRho());
        figures.put("vanna", option.vanna());
        figures.put("volga", option.volga());
        figures.put("charm", option.charm());
        figures.put("speed", option.speed());
        figures.put("zomma", option.zomma());
        figures.put("color", option.color());
        return figures;
    }

    static Map<String, Double> of(Bachelier option) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("value", option.value());
        figures.put("delta", option.delta());
        figures.put("gamma", option.gamma());
        figures.put("vega", option.vega());
        figures.put("theta", option.theta());
        figures.put("rho", option.rho());
        figures.put("vanna", option.vanna());
        figures.put("volga", option.volga());
        figures.put("charm", option.charm());
        figures.put("speed", option.speed());
        figures.put("zomma", option.zomma());
        figures.put("color", option.color());
        return figures;
    }

    static Map<String, Double> of(Sensitivities option) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("value", option.value());
        figures.put("delta", option.delta());
        figures.put("gamma", option.gamma());
        figures.put("vega", option.vega());
        figures.put("theta", option.theta());
        figures.put("rho", option.rho());
        figures.put("dividend_rho", option.dividendRho());
        return figures;
    }
}
