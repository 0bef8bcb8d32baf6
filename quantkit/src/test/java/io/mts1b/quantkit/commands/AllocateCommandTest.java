package io.mts1b.quantkit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.quantkit.Panels;
import io.mts1b.quantkit.allocation.HierarchicalEqualRisk;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.PortfolioRisk;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.CorrelationDistance;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.clustering.MutualInformation;
import io.mts1b.quantkit.covariance.Correlation;
import io.mts1b.quantkit.covariance.Observations;
import io.mts1b.quantkit.covariance.SampleCovariance;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The options of the command: each is kept to, or refused by name. */
class AllocateCommandTest {

    private static final int ASSETS = 6;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String prices = "";

    @BeforeEach
    void write() throws IOException {
        double[][] returns = Panels.returns(new SplittableRandom(3), ASSETS, 90);
        List<String> lines = new ArrayList<>(List.of("date,A,B,C,D,E,F"));
        double[] levels = {100, 50, 20, 80, 40, 60};
        for (int t = 0; t <= 90; t++) {
            StringBuilder line =
                    new StringBuilder(LocalDate.of(2026, 1, 1).plusDays(t).toString());
            for (int i = 0; i < ASSETS; i++) {
                levels[i] *= t == 0 ? 1 : 1 + returns[i][t - 1];
                line.append(',').append(levels[i]);
            }
            lines.add(line.toString());
        }
        prices = file("prices.csv", lines.toArray(String[]::new));
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private int run(boolean json, String options) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        return new CommandLine(new AllocateCommand(console))
                .setErr(new PrintWriter(err))
                .execute(options.replace("@", folder + "/").split(" ", -1));
    }

    private JsonNode json(String options) {
        assertThat(run(true, "--prices @prices.csv " + options))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        return new ObjectMapper().readTree(out.toString());
    }

    private String refused(String options) {
        assertThat(run(true, options)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        return err.toString();
    }

    private static double[] weights(JsonNode found) {
        return found.required("weights").properties().stream()
                .mapToDouble(one -> one.getValue().doubleValue())
                .toArray();
    }

    private double[][] returns() {
        return PriceTable.read(Path.of(prices)).returns(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"pearson", "absolute", "spearman", "kendall", "mutual-information", "variation-of-information"})
    void trees_know_all_distances(String distance) {
        for (String method : List.of("hrp", "herc", "nco")) {
            JsonNode found = json("--method " + method + " --distance " + distance);
            double sum = 0;
            for (double weight : weights(found)) {
                assertThat(weight).isNotNegative();
                sum += weight;
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(found.required("linkage").size()).isEqualTo(ASSETS - 1);
            if (distance.equals("pearson")) {
                assertThat(weights(json("--method " + method))).containsExactly(weights(found), within(1e-12));
            }
        }
    }

    @Test
    void distances_are_those_of_the_mathematics() {
        double[][] returns = returns();
        PortfolioRisk risk = PortfolioRisk.variance(SampleCovariance.of(returns, Observations.COMPLETE));
        Weights ranks = new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.AS_MERGED)
                .allocate(CorrelationDistance.of(Correlation.spearman(returns)), risk)
                .weights();
        assertThat(weights(json("--method hrp --distance spearman"))).containsExactly(ranks.toArray(), within(1e-12));
        Weights information = new HierarchicalEqualRisk(LinkageMethod.WARD, OptionalInt.empty())
                .allocate(MutualInformation.of(returns), risk)
                .weights();
        assertThat(weights(json("--method herc --distance mutual-information")))
                .containsExactly(information.toArray(), within(1e-12));
    }

    @Test
    void uncertain_means_lower_what_can_be_hoped_for() {
        for (String kind : List.of("box", "ellipsoid")) {
            for (String goal : List.of("max-utility", "max-sharpe")) {
                String method = "--expected mean-arith --method " + goal;
                double sure = json(method).required("objective").doubleValue();
                double none = json(method + " --uncertainty " + kind + " --standard-errors 0")
                        .required("objective")
                        .doubleValue();
                double some = json(method + " --uncertainty " + kind + " --standard-errors 0.2")
                        .required("objective")
                        .doubleValue();
                assertThat(none).isCloseTo(sure, within(1e-9));
                assertThat(some).isLessThan(sure);
            }
        }
        // The mean of 90 returns errs by their deviation over the root of 90: one asset alone shows it.
        JsonNode one =
                json("--method max-utility --uncertainty box --lower 0 --upper 1 --max-assets 1 --risk-aversion 2");
        double earned = one.required("expected_return").doubleValue();
        double volatility = one.required("volatility").doubleValue();
        assertThat(one.required("objective").doubleValue())
                .isCloseTo(earned - volatility * Math.sqrt(252 / 90.0) - volatility * volatility, within(1e-9));
    }

    @Test
    void few_assets_of_some_size_are_held() {
        double free = json("--method min-volatility").required("objective").doubleValue();
        JsonNode few = json("--method min-volatility --max-assets 3 --min-weight 0.2");
        assertThat(few.required("bound").isNull()).isTrue();
        assertThat(few.required("objective").doubleValue()).isGreaterThan(free);
        assertThat(Arrays.stream(weights(few))).allMatch(w -> w == 0 || w >= 0.2 - 1e-12);
        assertThat(Arrays.stream(weights(few)).filter(w -> w > 0).boxed()).hasSizeLessThanOrEqualTo(3);
        JsonNode stopped = json("--method min-volatility --max-assets 3 --min-weight 0.2 --effort 1");
        assertThat(stopped.required("bound").doubleValue())
                .isGreaterThanOrEqualTo(free * (1 - 1e-9))
                .isLessThan(stopped.required("objective").doubleValue());
        assertThat(run(false, "--prices @prices.csv --method min-volatility --max-assets 3 --effort 1"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("no portfolio is better than");
        assertThat(json("--method min-cvar --max-assets 2").required("bound").isNull())
                .isTrue();
        assertThat(run(true, "--prices @prices.csv --method min-volatility --max-assets 2 --upper 0.4"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("\"conflict\":[\"budget\",\"upper bounds\",\"cardinality\"]");
    }

    @Test
    void trades_are_limited_and_paid_for() throws IOException {
        file("held.csv", "asset,weight", "A,0.5", "B,0.5");
        double[] near = weights(json("--method min-volatility --held @held.csv --turnover 0.2"));
        double traded = Math.abs(near[0] - 0.5) + Math.abs(near[1] - 0.5) + near[2] + near[3] + near[4] + near[5];
        assertThat(traded).isCloseTo(0.2, within(1e-8));
        assertThat(weights(json("--method max-utility --held @held.csv --cost 10")))
                .containsExactly(new double[] {0.5, 0.5, 0, 0, 0, 0}, within(1e-7));
        double[] lots = weights(json("--method min-volatility --held @held.csv --min-trade 0.3"));
        for (int i = 0; i < ASSETS; i++) {
            double change = Math.abs(lots[i] - (i < 2 ? 0.5 : 0));
            assertThat(change == 0 || change >= 0.3 - 1e-12)
                    .as(i + ": " + change)
                    .isTrue();
        }
        double free = json("--method max-utility").required("objective").doubleValue();
        assertThat(json("--method max-utility --held @held.csv --cost 0.01")
                        .required("objective")
                        .doubleValue())
                .isLessThan(free);
    }

    /** Pairs of assets that share only a few rows, in which their correlations contradict each other. */
    @Test
    void a_covariance_that_is_none_is_repaired_and_it_is_said_by_how_much() throws IOException {
        List<String> lines = new ArrayList<>(List.of("date,A,B,C"));
        double[] up = {100, 102, 101, 104, 103};
        for (int t = 0; t < 15; t++) {
            int part = t / 5;
            double same = up[t % 5];
            double opposite = 10_000 / same;
            String a = part == 1 ? "" : String.valueOf(same);
            String b = part == 2 ? "" : String.valueOf(same);
            String c = part == 0 ? "" : String.valueOf(part == 1 ? same : opposite);
            lines.add(LocalDate.of(2026, 1, 1).plusDays(t) + "," + a + "," + b + "," + c);
        }
        file("ragged.csv", lines.toArray(String[]::new));
        assertThat(run(true, "--prices @ragged.csv --method min-volatility")).isEqualTo(ExitCode.DONE);
        JsonNode found = new ObjectMapper().readTree(out.toString());
        assertThat(found.required("repair").doubleValue()).isPositive();
        assertThat(found.required("volatility").doubleValue()).isBetween(0.0, 1.0);
        assertThat(json("--method min-volatility").required("repair").doubleValue())
                .isZero();
        assertThat(refused("--prices @ragged.csv --method min-cvar")).contains("assets must share some returns");
    }

    @Test
    void bounds_that_a_method_does_not_keep_are_refused_only_where_they_are_broken() {
        assertThat(json("--method hrp --lower 0 --upper 1").required("weights").size())
                .isEqualTo(ASSETS);
        for (String method : List.of("hrp", "herc", "nco", "risk-parity")) {
            assertThat(refused("--prices @prices.csv --upper 0.17 --method " + method))
                    .contains("--lower and --upper must hold without being kept by " + method)
                    .contains("upper bounds");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--method lucky | method must be hrp, herc, nco, min-volatility",
                "--method hrp --distance euclidean | distance must be pearson, absolute, spearman, kendall",
                "--method hrp --linkage centroid | linkage must be single, average, complete or ward, was centroid",
                "--method hrp --target 0.1 | --target must go with one of [efficient-risk, efficient-return], went with hrp",
                "--method hrp --market-neutral | --market-neutral must go with one of",
                "--method max-sharpe --distance pearson | --distance must go with one of [hrp, herc, nco]",
                "--method min-volatility --uncertainty box | --uncertainty must go with one of",
                "--method risk-parity --max-assets 2 | --max-assets must go with one of",
                "--method critical-line-max-sharpe --turnover 0.1 | --turnover must go with one of",
                "--method max-sharpe --views @prices.csv | --views must go with one of [black-litterman]",
                "--method max-sharpe --cost 0.1 | --held must be given for --turnover, --cost and --min-trade",
                "--method max-sharpe --standard-errors 2 | --uncertainty must be given for --standard-errors",
                "--method max-sharpe --uncertainty sphere | uncertainty must be box or ellipsoid, was sphere",
                "--method max-sharpe --uncertainty box --standard-errors -1 | widths must not be negative",
                "--method min-volatility --max-assets 0 | cardinality must be at least 1, was 0",
                "--method min-volatility --min-weight -0.1 | minimum holding must not be negative, was -0.1",
                "--method min-volatility --max-assets 2 --effort 0 | effort must be at least 1, was 0",
                "--method efficient-risk | target must be given, was not",
                "--method efficient-return --target NaN | target return must be finite, was NaN",
                "--method min-volatility --lower 0.5 --upper 0.1 | bounds of asset 0 must leave a finite weight",
                "--method min-volatility --upper NaN | bounds of asset 0 must leave a finite weight",
                "--method min-volatility --l2 -1 | factor must not be negative, was -1.0",
                "--method min-volatility --sector-min A=0.2 | sectors must be given to bound them",
                "--method min-volatility --covariance magic | covariance must be sample, semi, exp",
                "--method min-volatility --expected luck | expected must be mean, mean-arith, ema or capm",
                "--method min-volatility --tail 91 | tail must be in [1, 90], was 91",
                "--method min-volatility --frequency 0 | must be",
                "--method min-volatility --risk-free NaN | --risk-free must be finite, was NaN",
                "--method min-cvar --beta 1.5 | --beta must be in (0, 1), was 1.5",
                "--method max-utility --risk-aversion 0 | aversion must be positive",
                "--method black-litterman | market-caps must be given for black-litterman",
                "--method min-volatility --tail 1 | must hold at least 2"
            })
    void what_makes_no_sense_is_refused_by_name(String options, String message) {
        assertThat(refused("--prices @prices.csv " + options)).contains(message);
    }

    @Test
    void views_that_cannot_be_held_are_refused() throws IOException {
        file("caps.csv", "A,3", "B,2", "C,1", "D,1", "E,1", "F,1");
        file("market.csv", "date,M", "2026-01-01,1", "2026-01-02,1.1", "2026-01-03,1.2");
        file("sure.csv", "1", "1");
        file("one.csv", "0.5");
        file("beyond.csv", "1.5", "0.5");
        file("unknown.csv", "asset,q", "A,0.1", "Z,0.1");
        file("misspelt.csv", "Z,0.1");
        file("two.csv", "A,B,q", "1,-1,0.05", "-1,1,0.05");
        file("zero.csv", "A,B,q", "0,0,0.05");
        file("debt.csv", "A,-3", "B,2", "C,1", "D,1", "E,1", "F,1");
        file("some.csv", "A,3");
        String base = "--prices @prices.csv --method black-litterman --market-prices @market.csv --market-caps @";
        assertThat(refused(base + "caps.csv --views @unknown.csv")).contains("unknown.csv line 3: name must be one of");
        assertThat(refused(base + "caps.csv --views @misspelt.csv"))
                .contains("misspelt.csv line 1: name must be one of");
        assertThat(refused(base + "caps.csv --views @two.csv --confidences @sure.csv"))
                .contains("views must not repeat or contradict each other for certain");
        assertThat(refused(base + "caps.csv --views @two.csv --confidences @one.csv"))
                .contains("confidences must hold 2 values, held 1");
        assertThat(refused(base + "caps.csv --views @two.csv --confidences @beyond.csv"))
                .contains("confidence must be in [0, 1], was 1.5 for view 0");
        assertThat(refused(base + "caps.csv --views @zero.csv")).contains("picks must hold at least 1 value");
        assertThat(refused(base + "debt.csv --views @two.csv")).contains("must");
        assertThat(refused(base + "some.csv --views @two.csv")).contains("market caps must name B");
        assertThat(refused(base + "caps.csv --views @two.csv --tau 0")).contains("tau must be in (0, 1], was 0.0");
        // Views that contradict each other are blended while they are not certain.
        assertThat(run(true, base + "caps.csv --views @two.csv")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void files_that_are_no_prices_are_refused() throws IOException {
        file("once.csv", "date,A", "2026-01-01,1");
        file("zero.csv", "date,A", "2026-01-01,1", "2026-01-02,0");
        file("endless.csv", "date,A", "2026-01-01,1", "2026-01-02,Infinity");
        file("still.csv", "date,A,B", "2026-01-01,1,1", "2026-01-02,1,2", "2026-01-03,1,1");
        file("strange.csv", "A,x", "B,y");
        assertThat(refused("--method hrp --prices @once.csv"))
                .contains("prices must be of at least 2 dates, were of 1");
        assertThat(refused("--method hrp --prices @zero.csv")).contains("zero.csv line 3: price must be positive");
        assertThat(refused("--method hrp --prices @endless.csv")).contains("endless.csv line 3");
        assertThat(refused("--method hrp --prices @still.csv")).contains("asset 0 must vary");
        assertThat(refused("--method min-volatility --prices @prices.csv --sectors @strange.csv --sector-max z=0.3"))
                .contains("sector must be one of [x, y], was z");
    }

    @Test
    void every_option_is_explained() {
        String usage = new CommandLine(new AllocateCommand(
                        new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), true)))
                .getUsageMessage();
        assertThat(usage)
                .contains("--method", "--prices", "--tail", "--frequency", "--expected", "--covariance", "--linkage")
                .contains("--distance", "--risk-free", "--target", "--lower", "--upper", "--l2", "--market-neutral")
                .contains("--sectors", "--sector-min", "--sector-max", "--beta", "--market-caps", "--market-prices")
                .contains("--views", "--tau", "--confidences", "--held", "--turnover", "--cost", "--min-trade")
                .contains("--max-assets", "--min-weight", "--effort", "--uncertainty", "--standard-errors");
    }
}
