package io.mts1b.quantkit.commands;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.options.AmericanOption;
import io.mts1b.quantkit.options.Bachelier;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.quantkit.options.ImpliedVolatility;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit option}. */
@Command(name = "option", description = "Values an option, or finds the volatility that its price stands for.")
final class OptionCommand extends QuantkitCommand {

    @Option(
            names = "--model",
            required = true,
            description = "black-scholes, black-76, bachelier, implied-volatility, binomial or barone-adesi-whaley.")
    private String model = "";

    @Option(names = "--type", required = true, description = "call or put.")
    private String type = "";

    @Option(
            names = {"--spot", "--forward"},
            required = true,
            description = "The price of what may be bought or sold: for black-76 and bachelier its forward.")
    private double spot;

    @Option(names = "--strike", required = true, description = "At which price.")
    private double strike;

    @Option(
            names = {"--years", "--expiry"},
            required = true,
            description = "How long from now, in years.")
    private double years;

    @Option(names = "--rate", defaultValue = "0", description = "The riskless rate.")
    private double rate;

    @Option(
            names = {"--yield", "--dividend"},
            defaultValue = "0",
            description = "The yield of what may be bought.")
    private double yield;

    @Option(names = "--volatility", description = "The volatility, for all models but implied-volatility.")
    private @Nullable Double volatility;

    @Option(names = "--price", description = "The price of the option, for implied-volatility.")
    private @Nullable Double price;

    @Option(names = "--steps", defaultValue = "500", description = "Steps of the binomial tree.")
    private int steps;

    OptionCommand(Console console) {
        super(console);
    }

    /** What is printed to programs; null is what a model does not know, or a volatility that does not exist. */
    record Report(
            String model,
            @Nullable Double value,
            @Nullable Double impliedVolatility,
            @Nullable Double delta,
            @Nullable Double gamma,
            @Nullable Double vega,
            @Nullable Double theta,
            @Nullable Double rho,
            @Nullable Double dividendRho,
            @Nullable Double vanna,
            @Nullable Double volga,
            @Nullable Double charm,
            @Nullable Double speed,
            @Nullable Double zomma) {

        static Report of(String model, Map<String, Double> figures) {
            return new Report(
                    model,
                    figures.get("value"),
                    figures.get("implied_volatility"),
                    figures.get("delta"),
                    figures.get("gamma"),
                    figures.get("vega"),
                    figures.get("theta"),
                    figures.get("rho"),
                    figures.get("dividend_rho"),
                    figures.get("vanna"),
                    figures.get("volga"),
                    figures.get("charm"),
                    figures.get("speed"),
                    figures.get("zomma"));
        }
    }

    @Override
    Answer answer() {
        OptionRight right = switch (type) {
            case "call" -> OptionRight.CALL;
            case "put" -> OptionRight.PUT;
            default -> throw new IllegalArgumentException("type must be call or put, was " + type);
        };
        Map<String, Double> figures = figures(right);
        String text = figures.isEmpty()
                ? "no volatility gives that price"
                : figures.entrySet().stream()
                        .map(figure -> row(figure.getKey(), figure.getValue()))
                        .collect(Collectors.joining("\n"));
        return Answer.done(Report.of(model, figures), text);
    }

    private Map<String, Double> figures(OptionRight right) {
        Map<String, Double> figures = new LinkedHashMap<>();
        switch (model) {
            case "black-scholes" ->
                put(
                        new BlackScholes(right, spot, strike, years, rate, yield, require("volatility", volatility)),
                        figures);
            case "black-76" ->
                put(
                        BlackScholes.ofForward(right, spot, strike, years, rate, require("volatility", volatility)),
                        figures);
            case "bachelier" -> {
                Bachelier option = new Bachelier(right, spot, strike, years, rate, require("volatility", volatility));
                figures.put("value", option.value());
                figures.put("delta", option.delta());
                figures.put("gamma", option.gamma());
                figures.put("vega", option.vega());
                figures.put("theta", option.theta());
            }
            case "implied-volatility" -> {
                BlackScholes terms = new BlackScholes(right, spot, strike, years, rate, yield, 0);
                ImpliedVolatility.of(require("price", price), terms)
                        .ifPresent(found -> figures.put("implied_volatility", found));
            }
            case "binomial" -> figures.put("value", AmericanOption.binomial(terms(right), steps));
            case "barone-adesi-whaley" -> figures.put("value", AmericanOption.baroneAdesiWhaley(terms(right)));
            default ->
                throw new IllegalArgumentException("model must be black-scholes, black-76, bachelier,"
                        + " implied-volatility, binomial or barone-adesi-whaley, was " + model);
        }
        return figures;
    }

    private BlackScholes terms(OptionRight right) {
        return new BlackScholes(right, spot, strike, years, rate, yield, require("volatility", volatility));
    }

    private static void put(BlackScholes option, Map<String, Double> figures) {
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
    }

    private static double require(String name, @Nullable Double value) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given, was not");
        }
        return value;
    }
}
