package io.mts1b.portfolio.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.portfolio.sizing.EqualWeight;
import io.mts1b.portfolio.sizing.FixedWeight;
import io.mts1b.portfolio.sizing.KellySizing;
import io.mts1b.portfolio.sizing.SizedWeights;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.portfolio.sizing.VolatilityTarget;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.commands.PriceTable;
import io.mts1b.quantkit.metrics.PeriodsPerYear;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts portfolio size}. */
@Command(name = "size", description = "Says how much of the capital each asset gets.")
final class SizeCommand extends PortfolioCommand {

    @Option(names = "--method", required = true, description = "kelly, vol-target, equal, long-short or fixed.")
    private String method = "";

    @Option(names = "--prices", description = "Columns of prices by date (kelly, vol-target).")
    private @Nullable Path prices;

    @Option(names = "--tail", defaultValue = "0", description = "Only so many of the latest returns; 0 for all.")
    private int tail;

    @Option(names = "--expected", description = "Lines of an asset and its excess return, instead of prices (kelly).")
    private @Nullable Path expected;

    @Option(names = "--covariance", description = "The covariance of those, rows and columns named (kelly).")
    private @Nullable Path covariance;

    @Option(names = "--risk-free-per-period", defaultValue = "0", description = "To take off returns (kelly).")
    private double riskFree;

    @Option(names = "--probability", description = "How likely a single bet is to win (kelly).")
    private @Nullable Double probability;

    @Option(names = "--odds", description = "The decimal odds of the bet (kelly).")
    private @Nullable Double odds;

    @Option(names = "--fraction", defaultValue = "1", description = "The part of the best bet to make (kelly).")
    private double fraction;

    @Option(names = "--shrinkage", defaultValue = "0", description = "How far to pull the covariance (kelly).")
    private double shrinkage;

    @Option(names = "--cap", description = "The largest weight (kelly), or the largest scale (vol-target; 3).")
    private @Nullable Double cap;

    @Option(names = "--gross-cap", description = "The largest sum of weights without signs (kelly).")
    private @Nullable Double grossCap;

    @Option(
            names = "--capping",
            defaultValue = "optimal",
            description = "optimal: the best weights within the caps; clipped: each best weight is cut (kelly).")
    private String capping = "";

    @Option(names = "--target", defaultValue = "0.12", description = "The annual volatility wanted (vol-target).")
    private double target;

    @Option(names = "--window", defaultValue = "63", description = "How many returns to look at (vol-target).")
    private int window;

    @Option(names = "--frequency", defaultValue = "252", description = "Returns in a year (vol-target).")
    private double frequency;

    @Option(names = "--weights", description = "Lines of an asset and its weight (vol-target, fixed).")
    private @Nullable Path weights;

    @Option(names = "--scores", description = "Lines of an asset and its score (equal, long-short).")
    private @Nullable Path scores;

    @Option(names = "--longs", defaultValue = "1", description = "How many to hold (equal, long-short).")
    private int longs;

    @Option(names = "--shorts", defaultValue = "1", description = "How many to go short (long-short).")
    private int shorts;

    @Option(
            names = "--gross",
            defaultValue = "1",
            description = "The sum of weights without signs (equal, long-short).")
    private double gross;

    SizeCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(String method, SortedMap<String, Double> weights, double gross, double net) {}

    /** What is printed to programs of a single bet. */
    record Bet(String method, double fraction) {}

    @Override
    protected Answer answer() {
        return switch (method) {
            case "kelly" -> probability == null && odds == null ? ofAssets() : ofBet();
            case "vol-target" -> scaled();
            case "equal" -> ranked(EqualWeight.longOnly(longs, gross));
            case "long-short" -> ranked(new EqualWeight(longs, shorts, gross));
            case "fixed" -> fixed();
            default ->
                throw new IllegalArgumentException(
                        "method must be kelly, vol-target, equal, long-short or fixed, was " + method);
        };
    }

    private KellySizing rule() {
        KellySizing rule = KellySizing.fractional(fraction).withShrinkage(shrinkage);
        double most = cap == null ? Double.POSITIVE_INFINITY : cap;
        double mostOfAll = grossCap == null ? Double.POSITIVE_INFINITY : grossCap;
        return switch (capping) {
            case "optimal" -> rule.within(most, mostOfAll);
            case "clipped" -> new KellySizing(fraction, shrinkage, most, mostOfAll, KellySizing.Capping.CLIPPED);
            default -> throw new IllegalArgumentException("capping must be optimal or clipped, was " + capping);
        };
    }

    private Answer ofBet() {
        double decimal = given("--odds", odds);
        if (!(decimal > 1)) {
            throw new IllegalArgumentException("odds must be above 1, were " + decimal);
        }
        double share = rule().ofBet(given("--probability", probability), decimal - 1);
        return Answer.done(new Bet(method, share), row("fraction", share));
    }

    private Answer ofAssets() {
        ReturnEstimate estimate = expected == null && covariance == null
                ? ReturnEstimate.ofPrices(given("--prices", prices), tail, riskFree)
                : ReturnEstimate.read(given("--expected", expected), given("--covariance", covariance), riskFree);
        return answer(estimate.assets(), rule().ofAssets(estimate.excess(), estimate.covariance()));
    }

    private Answer scaled() {
        PriceTable table = PriceTable.read(given("--prices", prices));
        List<String> assets = table.assets();
        NamedNumbers base = NamedNumbers.read(given("--weights", weights));
        base.names().forEach(name -> {
            if (!assets.contains(name)) {
                throw new IllegalArgumentException("asset must be one of " + assets + ", was " + name);
            }
        });
        double[] full = assets.stream()
                .mapToDouble(name -> base.has(name) ? base.reals(List.of(name))[0] : 0)
                .toArray();
        // Who has no weight need not have a price.
        List<Integer> held = IntStream.range(0, full.length)
                .filter(i -> full[i] != 0)
                .boxed()
                .toList();
        double[][] returns = table.returns(tail);
        double[][] columns = held.stream().map(i -> returns[i]).toArray(double[][]::new);
        double[] kept = held.stream().mapToDouble(i -> full[i]).toArray();
        VolatilityTarget rule =
                new VolatilityTarget(target, window, new PeriodsPerYear(frequency), cap == null ? 3 : cap);
        return answer(held.stream().map(assets::get).toList(), rule.size(Weights.of(kept), columns));
    }

    private Answer ranked(EqualWeight rule) {
        NamedNumbers ranked = NamedNumbers.read(given("--scores", scores));
        return answer(ranked.names(), rule.size(ranked.reals(ranked.names())));
    }

    private Answer fixed() {
        NamedNumbers wanted = NamedNumbers.read(given("--weights", weights));
        double[] numbers = wanted.reals(wanted.names());
        return answer(wanted.names(), new FixedWeight(Weights.of(numbers)).size(numbers));
    }

    private Answer answer(List<String> assets, SizedWeights sized) {
        return switch (sized) {
            case SizedWeights.Refused refused ->
                throw new IllegalArgumentException(refused.detail() + "; assets are counted in the order of " + assets);
            case Sized(Weights found) -> {
                double[] numbers = found.toArray();
                SortedMap<String, Double> named = new TreeMap<>();
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < numbers.length; i++) {
                    named.put(assets.get(i), numbers[i]);
                    text.append(row(assets.get(i), numbers[i])).append('\n');
                }
                double sum = Arrays.stream(numbers).map(Math::abs).sum();
                double net = Arrays.stream(numbers).sum();
                yield Answer.done(
                        new Report(method, named, sum, net),
                        text.append(row("gross", sum)).toString());
            }
        };
    }

    private static <T> T given(String option, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(option + " must be given, was not");
        }
        return value;
    }
}
