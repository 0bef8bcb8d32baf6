package io.mts1b.quantkit.commands;

import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.options.AmericanOption;
import io.mts1b.quantkit.options.Bachelier;
import io.mts1b.quantkit.options.Barrier;
import io.mts1b.quantkit.options.BarrierOption;
import io.mts1b.quantkit.options.BlackScholes;
import io.mts1b.quantkit.options.ImpliedVolatility;
import io.mts1b.quantkit.options.Sensitivities;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit option}. */
@Command(name = "option", description = "Values an option, or finds the volatility that its price stands for.")
final class OptionCommand extends QuantkitCommand {

    private static final int STEPS = 500;

    @Option(
            names = "--model",
            required = true,
            description = "black-scholes, black-76, bachelier, implied-volatility, implied-normal-volatility, binomial,"
                    + " barone-adesi-whaley, bjerksund-stensland-1993, bjerksund-stensland-2002 or barrier.")
    private String model = "";

    @Option(names = "--type", required = true, description = "call or put.")
    private String type = "";

    @Option(
            names = {"--spot", "--forward"},
            required = true,
            description = "The price of what may be bought or sold: for black-76 and the normal models its forward.")
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
            description = "The yield of what may be bought, 0 unless told.")
    private @Nullable Double yield;

    @Option(names = "--volatility", description = "The volatility, for all models but the implied ones.")
    private @Nullable Double volatility;

    @Option(names = "--price", description = "The price of the option, for the implied volatilities.")
    private @Nullable Double price;

    @Option(names = "--steps", description = "Steps of the binomial tree, 500 unless told.")
    private @Nullable Integer steps;

    @Option(names = "--barrier", description = "The price at which a barrier option comes to life or ends.")
    private @Nullable Double barrier;

    @Option(names = "--barrier-type", description = "down-and-in, up-and-in, down-and-out or up-and-out.")
    private @Nullable String barrierType;

    @Option(names = "--rebate", description = "What a barrier option pays instead, 0 unless told.")
    private @Nullable Double rebate;

    @Option(
            names = "--monitoring-interval",
            description = "The years between looks at the barrier, 0 for all the time unless told.")
    private @Nullable Double monitoringInterval;

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
            @Nullable Double zomma,
            @Nullable Double color) {

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
                    figures.get("zomma"),
                    figures.get("color"));
        }
    }

    @Override
    protected Answer answer() {
        OptionModel chosen = OptionModel.of(model);
        OptionRight right = switch (type) {
            case "call" -> OptionRight.CALL;
            case "put" -> OptionRight.PUT;
            default -> throw new IllegalArgumentException("type must be call or put, was " + type);
        };
        checkOptions(chosen);
        Map<String, Double> figures = figures(chosen, right);
        String text = figures.isEmpty()
                ? "no volatility gives that price"
                : figures.entrySet().stream()
                        .map(figure -> row(figure.getKey(), figure.getValue()))
                        .collect(Collectors.joining("\n"));
        return Answer.done(Report.of(model, figures), text);
    }

    private void checkOptions(OptionModel chosen) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("yield", yield);
        told.put("volatility", volatility);
        told.put("price", price);
        told.put("steps", steps);
        told.put("barrier", barrier);
        told.put("barrier-type", barrierType);
        told.put("rebate", rebate);
        told.put("monitoring-interval", monitoringInterval);
        told.forEach((name, value) -> {
            if (value == null && chosen.needs(name)) {
                throw new IllegalArgumentException(name + " must be given for " + chosen.word() + ", was not");
            }
            if (value != null && !chosen.takes(name)) {
                throw new IllegalArgumentException(name + " must not be given for " + chosen.word() + ", was " + value);
            }
        });
    }

    private Map<String, Double> figures(OptionModel chosen, OptionRight right) {
        return switch (chosen) {
            case BLACK_SCHOLES -> OptionFigures.of(terms(right));
            case BLACK_76 ->
                OptionFigures.of(BlackScholes.ofForward(right, spot, strike, years, rate, or(volatility, 0)));
            case BACHELIER -> OptionFigures.of(new Bachelier(right, spot, strike, years, rate, or(volatility, 0)));
            case IMPLIED_VOLATILITY -> found(ImpliedVolatility.of(or(price, 0), terms(right)));
            case IMPLIED_NORMAL_VOLATILITY ->
                found(ImpliedVolatility.of(or(price, 0), new Bachelier(right, spot, strike, years, rate, 0)));
            case BINOMIAL -> one("value", AmericanOption.binomial(terms(right), steps == null ? STEPS : steps));
            case BARONE_ADESI_WHALEY ->
                OptionFigures.of(Sensitivities.of(terms(right), AmericanOption::baroneAdesiWhaley));
            case BJERKSUND_STENSLAND_1993 ->
                OptionFigures.of(Sensitivities.of(terms(right), AmericanOption::bjerksundStensland1993));
            case BJERKSUND_STENSLAND_2002 ->
                OptionFigures.of(Sensitivities.of(terms(right), AmericanOption::bjerksundStensland2002));
            case BARRIER -> {
                BarrierOption option = new BarrierOption(terms(right), kind(), or(barrier, 0), or(rebate, 0));
                yield OptionFigures.of(
                        option.watchedEvery(or(monitoringInterval, 0)).sensitivities());
            }
        };
    }

    private Barrier kind() {
        return switch (String.valueOf(barrierType)) {
            case "down-and-in" -> Barrier.DOWN_AND_IN;
            case "up-and-in" -> Barrier.UP_AND_IN;
            case "down-and-out" -> Barrier.DOWN_AND_OUT;
            case "up-and-out" -> Barrier.UP_AND_OUT;
            default ->
                throw new IllegalArgumentException(
                        "barrier-type must be down-and-in, up-and-in, down-and-out or up-and-out, was " + barrierType);
        };
    }

    private BlackScholes terms(OptionRight right) {
        return new BlackScholes(right, spot, strike, years, rate, or(yield, 0), or(volatility, 0));
    }

    private static Map<String, Double> found(OptionalDouble volatility) {
        return volatility.isPresent() ? one("implied_volatility", volatility.getAsDouble()) : new LinkedHashMap<>();
    }

    private static Map<String, Double> one(String name, double value) {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put(name, value);
        return figures;
    }

    private static double or(@Nullable Double value, double otherwise) {
        return value == null ? otherwise : value;
    }
}
