package io.mts1b.omsalgos.commands;

import static io.mts1b.omsalgos.commands.AlgoCommandLine.given;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.one;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.priceIfGiven;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.quantity;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.rate;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.real;
import static io.mts1b.omsalgos.commands.AlgoCommandLine.time;

import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ChildType;
import io.mts1b.omsalgos.ImpactModel;
import io.mts1b.omsalgos.VolumeProfile;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The parameters of the algos. One that the chosen algo has not is refused. */
final class AlgoOptions {

    private static final List<String> SCHEDULE = List.of("--slices", "--child-type");
    private static final List<String> IMPACT =
            List.of("--risk-aversion", "--volatility", "--spread", "--permanent", "--temporary", "--time-unit");

    private static final List<String> ALGOS =
            List.of("twap", "vwap", "pov", "iceberg", "almgren-chriss", "implementation-shortfall", "sniper");

    /** What every algo takes. */
    private static final List<String> COMMON = List.of(
            "--algo",
            "--quantity",
            "--horizon",
            "--side",
            "--price",
            "--limit",
            "--lot",
            "--tick",
            "--volume",
            "--profile",
            "--max-participation",
            "--least-child");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--algo",
            required = true,
            description = "twap, vwap, pov, iceberg, almgren-chriss, implementation-shortfall or sniper.")
    private String algo = "";

    @Option(names = "--horizon", required = true, description = "How long it may take, such as 30m or PT6H30M.")
    private String horizon = "";

    @Option(names = "--slices", defaultValue = "30", description = "Into how many parts the horizon is cut.")
    private int slices;

    @Option(names = "--jitter", defaultValue = "0", description = "Starts slices late by up to this part of them.")
    private String jitter = "";

    @Option(names = "--seed", defaultValue = "0", description = "Of the jitter.")
    private long seed;

    @Option(names = "--child-type", defaultValue = "marketable_limit", description = "limit or marketable_limit.")
    private String childType = "";

    @Option(names = "--participation", description = "The part of the volume to trade, of pov.")
    private @Nullable String participation;

    @Option(names = "--lookback", defaultValue = "5m", description = "How long ago volume may be to catch up with.")
    private String lookback = "";

    @Option(names = "--display", description = "How much an iceberg shows.")
    private @Nullable String display;

    @Option(names = "--refill", defaultValue = "0", description = "At what rest an iceberg shows more.")
    private String refill = "";

    @Option(names = "--risk-aversion", description = "The price of a unit of variance.")
    private @Nullable String riskAversion;

    @Option(names = "--volatility", description = "The standard deviation of the price over a unit of time.")
    private @Nullable String volatility;

    @Option(names = "--spread", defaultValue = "0", description = "What each unit costs however slowly traded.")
    private String spread = "";

    @Option(names = "--permanent", defaultValue = "0", description = "By how much a unit moves the price for good.")
    private String permanent = "";

    @Option(names = "--temporary", description = "By how much a unit per unit of time moves the price meanwhile.")
    private @Nullable String temporary;

    @Option(names = "--time-unit", defaultValue = "1d", description = "The unit of time of those figures.")
    private String timeUnit = "";

    @Option(names = "--adaptation", defaultValue = "0", description = "How urgency follows the price.")
    private String adaptation = "";

    @Option(names = "--arrival", description = "The arrival price; the first of the market by default.")
    private @Nullable String arrival;

    @Option(names = "--least-displayed", defaultValue = "0", description = "How much a sniper waits for.")
    private String leastDisplayed = "";

    @Option(names = "--share", defaultValue = "1", description = "The part of what is shown that a sniper takes.")
    private String share = "";

    String name() {
        return algo;
    }

    long seed() {
        return seed;
    }

    Duration horizon() {
        return time("horizon", horizon);
    }

    Algo algo(@Nullable VolumeProfile profile) {
        refuseOthers(profile != null);
        return switch (algo) {
            case "twap" -> new Algo.Twap(horizon(), slices, rate("jitter", jitter), childType());
            case "vwap" ->
                new Algo.Vwap(horizon(), profile == null ? VolumeProfile.uniform(slices) : profile, childType());
            case "pov" ->
                new Algo.Pov(
                        rate("participation", given("participation", participation)),
                        time("lookback", lookback),
                        horizon(),
                        childType());
            case "iceberg" ->
                new Algo.Iceberg(quantity("display", given("display", display)), quantity("refill", refill), horizon());
            case "almgren-chriss" -> new Algo.AlmgrenChriss(horizon(), slices, impact(), riskAversion(), childType());
            case "implementation-shortfall" ->
                new Algo.ImplementationShortfall(
                        horizon(),
                        slices,
                        impact(),
                        riskAversion(),
                        real("adaptation", adaptation),
                        priceIfGiven("arrival", arrival),
                        childType());
            default -> new Algo.Sniper(quantity("least-displayed", leastDisplayed), rate("share", share), horizon());
        };
    }

    private void refuseOthers(boolean hasProfile) {
        List<List<String>> own = own();
        if (spec != null) {
            for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
                String name = option.longestName();
                if (!COMMON.contains(name) && own.stream().noneMatch(some -> some.contains(name))) {
                    throw new IllegalArgumentException(name + " must not be given, is no parameter of " + algo);
                }
                if (hasProfile && algo.equals("vwap") && name.equals("--slices")) {
                    throw new IllegalArgumentException(
                            "--slices must not be given with --profile, whose lines they are");
                }
            }
        }
    }

    /** Returns the parameters of the algo. */
    private List<List<String>> own() {
        return switch (algo) {
            case "twap" -> List.of(SCHEDULE, List.of("--jitter", "--seed"));
            case "vwap" -> List.of(SCHEDULE);
            case "pov" -> List.of(List.of("--child-type", "--participation", "--lookback"));
            case "iceberg" -> List.of(List.of("--display", "--refill"));
            case "almgren-chriss" -> List.of(SCHEDULE, IMPACT);
            case "implementation-shortfall" -> List.of(SCHEDULE, IMPACT, List.of("--adaptation", "--arrival"));
            case "sniper" -> List.of(List.of("--least-displayed", "--share", "--displayed"));
            default -> throw new IllegalArgumentException("--algo must be one of " + ALGOS + ", was " + algo);
        };
    }

    private ChildType childType() {
        return one("child-type", ChildType.values(), childType);
    }

    private double riskAversion() {
        return real("risk-aversion", given("risk-aversion", riskAversion));
    }

    private ImpactModel impact() {
        return new ImpactModel(
                time("time-unit", timeUnit),
                real("volatility", given("volatility", volatility)),
                real("spread", spread),
                real("permanent", permanent),
                real("temporary", given("temporary", temporary)));
    }
}
