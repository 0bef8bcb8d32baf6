package io.mts1b.quantkit.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.CsvFile;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.quantkit.Goldens;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class QuantkitCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... words) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        for (Callable<Integer> command : new QuantkitCommands().commands(console)) {
            CommandLine line = new CommandLine(command).setErr(new PrintWriter(err));
            if (line.getCommandName().equals(words[0])) {
                return line.execute(List.of(words).subList(1, words.length).toArray(String[]::new));
            }
        }
        throw new IllegalArgumentException("command must exist, was " + words[0]);
    }

    private JsonNode json(String... words) {
        assertThat(run(true, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(out.toString());
    }

    private String refused(String... words) {
        assertThat(run(true, words)).isEqualTo(ExitCode.REFUSED);
        assertThat(out.toString()).isEmpty();
        return err.toString();
    }

    private String file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines)).toString();
    }

    private static String shared(String name) {
        return SharedData.path("equities_daily/" + name).toString();
    }

    /** Writes only the dates on which all stocks have a price, as the goldens of the common window were made of. */
    private String commonWindow() throws IOException {
        CsvFile all = CsvFile.read(SharedData.path("equities_daily/ppo_stock_prices.csv.gz"));
        return file(
                "common.csv",
                all.lines().stream()
                        .filter(line -> line.equals(all.lines().getFirst())
                                || line.stream().noneMatch(String::isEmpty))
                        .map(line -> String.join(",", line))
                        .toArray(String[]::new));
    }

    private static void assertWeights(JsonNode found, JsonNode expected) {
        assertThat(found.size()).isEqualTo(expected.size());
        expected.properties()
                .forEach(one -> assertThat(found.required(one.getKey()).doubleValue())
                        .as(one.getKey())
                        .isCloseTo(one.getValue().doubleValue(), within(1e-6)));
    }

    @ParameterizedTest
    @Tag(SharedData.TAG)
    @CsvSource({
        "min_volatility, --method min-volatility",
        "min_volatility_ledoit_wolf, --method min-volatility --covariance ledoit-wolf-constant-variance",
        "max_sharpe_rf0.02, --method max-sharpe --risk-free 0.02",
        "max_quadratic_utility_ra5, --method max-utility --risk-aversion 5",
        "efficient_risk_0.2257085751649855, --method efficient-risk --target 0.2257085751649855",
        "efficient_return_0.10777898038040344, --method efficient-return --target 0.10777898038040344",
        "min_volatility_long_short, --method min-volatility --lower -1",
        "min_volatility_max15pct, --method min-volatility --upper 0.15",
        "min_volatility_L2_gamma0.1, --method min-volatility --l2 0.1",
        "efficient_return_market_neutral_0.1, --method efficient-return --target 0.1 --market-neutral"
    })
    void allocations_are_those_of_pyportfolioopt(String name, String options) throws IOException {
        JsonNode golden = Goldens.json("pypfopt/ppo20_common_window.json")
                .required("efficient_frontier")
                .required(name);
        String[] words = ("allocate --prices " + commonWindow() + " " + options).split(" ", -1);
        JsonNode found = json(words);
        assertWeights(found.required("weights"), golden.required("weights"));
        JsonNode performance = golden.required("performance_ret_vol_sharpe");
        assertThat(found.required("expected_return").doubleValue())
                .isCloseTo(performance.get(0).doubleValue(), within(1e-6));
        assertThat(found.required("volatility").doubleValue())
                .isCloseTo(performance.get(1).doubleValue(), within(1e-6));
    }

    @Test
    @Tag(SharedData.TAG)
    void sectors_trees_tails_and_lines_are_those_of_pyportfolioopt() throws IOException {
        JsonNode golden = Goldens.json("pypfopt/ppo20_common_window.json");
        String prices = commonWindow();
        StringJoiner lines = new StringJoiner("\n");
        golden.required("sector_map")
                .properties()
                .forEach(one -> lines.add(one.getKey() + "," + one.getValue().stringValue()));
        String sectors = file("sectors.csv", lines.toString());
        JsonNode bounded = json(
                "allocate",
                "--method",
                "min-volatility",
                "--prices",
                prices,
                "--sectors",
                sectors,
                "--sector-min",
                "A=0.2",
                "--sector-max",
                "B=0.3");
        assertWeights(
                bounded.required("weights"),
                golden.required("efficient_frontier")
                        .required("min_volatility_sectors_A>=0.2_B<=0.3")
                        .required("weights"));
        out.getBuffer().setLength(0);
        JsonNode hrp = json("allocate", "--method", "hrp", "--prices", prices, "--linkage", "average");
        assertWeights(
                hrp.required("weights"),
                golden.required("hrp").required("average").required("weights"));
        assertThat(hrp.required("sharpe").isNull()).isFalse();
        assertThat(hrp.required("linkage").size()).isEqualTo(19);
        out.getBuffer().setLength(0);
        JsonNode tail = json("allocate", "--method", "min-cvar", "--prices", prices, "--tail", "750");
        assertWeights(
                tail.required("weights"),
                golden.required("tail_risk").required("cvar95_min").required("weights"));
        out.getBuffer().setLength(0);
        JsonNode line = json("allocate", "--method", "critical-line-max-sharpe", "--prices", prices);
        assertWeights(
                line.required("weights"),
                golden.required("critical_line").required("max_sharpe_rf0").required("weights"));
    }

    @Test
    @Tag(SharedData.TAG)
    void metrics_are_those_of_empyrical_and_quantstats() {
        JsonNode golden = Goldens.json("metrics/metrics_expected.json")
                .required("AAPL vs SPY (equities_daily/ppo_stock_prices.csv.gz; benchmark ppo_spy_prices)");
        JsonNode found = json(
                "metrics",
                "--prices",
                shared("ppo_stock_prices.csv.gz"),
                "--column",
                "AAPL",
                "--benchmark",
                shared("ppo_spy_prices.csv.gz"),
                "--benchmark-column",
                "SPY",
                "--risk-free-per-period",
                "7.936507936507937e-05",
                "--required-annual",
                "0.05");
        for (String group : List.of("empyrical", "quantstats")) {
            assertThat(found.required(group).propertyNames())
                    .containsExactlyInAnyOrderElementsOf(golden.required(group).propertyNames());
            golden.required(group)
                    .properties()
                    .forEach(one -> assertThat(
                                    found.required(group).required(one.getKey()).doubleValue()
                                            / one.getValue().doubleValue())
                            .as(one.getKey())
                            .satisfiesAnyOf(
                                    ratio -> assertThat(ratio).isCloseTo(1, within(1e-10)),
                                    ratio -> assertThat(ratio).isNaN()));
        }
    }

    @Test
    void a_conflict_is_an_answer_but_not_a_success() throws IOException {
        String prices = file("prices.csv", "date,A,B", "2026-01-01,1,2", "2026-01-02,2,2.1", "2026-01-03,1.5,2.3");
        assertThat(run(true, "allocate", "--method", "min-volatility", "--prices", prices, "--upper", "0.4"))
                .isEqualTo(ExitCode.FAILED);
        JsonNode found = JSON.readTree(out.toString());
        assertThat(found.required("conflict").toString()).isEqualTo("[\"budget\",\"upper bounds\"]");
        assertThat(found.required("nearest").required("A").doubleValue()).isCloseTo(0.5, within(0.11));
    }

    @Test
    void views_are_blended_from_files() throws IOException {
        String prices = file(
                "prices.csv",
                "date,A,B",
                "2026-01-01,1,2",
                "2026-01-02,1.1,2.1",
                "2026-01-03,1.0,2.3",
                "2026-01-04,1.2,2.2");
        String caps = file("caps.csv", "asset,cap", "A,300", "B,100");
        String market = file("market.csv", "date,M", "2026-01-01,1", "2026-01-02,1.1", "2026-01-03,1.2");
        String views = file("views.csv", "A,B,q", "1,-1,0.05");
        JsonNode found = json(
                "allocate",
                "--method",
                "black-litterman",
                "--prices",
                prices,
                "--market-caps",
                caps,
                "--market-prices",
                market,
                "--views",
                views);
        assertThat(found.required("prior").size()).isEqualTo(2);
        assertThat(found.required("posterior_covariance").size()).isEqualTo(2);
        double before = found.required("prior").required("A").doubleValue()
                - found.required("prior").required("B").doubleValue();
        double after = found.required("posterior_returns").required("A").doubleValue()
                - found.required("posterior_returns").required("B").doubleValue();
        // A view as uncertain as the prior moves it half of the way.
        assertThat(after).isCloseTo((before + 0.05) / 2, within(1e-9));
    }

    @Test
    void small_commands_print_their_answers() throws IOException {
        assertThat(json("devig", "--odds", "1.9,1.9", "--method", "shin")
                        .required("probabilities")
                        .get(0)
                        .doubleValue())
                .isCloseTo(0.5, within(1e-12));
        out.getBuffer().setLength(0);
        JsonNode splits = json(
                "splits",
                "--method",
                "cpcv",
                "--rows",
                "500",
                "--folds",
                "6",
                "--test-folds",
                "2",
                "--purge",
                "5",
                "--embargo",
                "3");
        assertThat(splits.required("splits").get(1).toString())
                .isEqualTo("{\"train_ranges\":[[91,160],[257,499]],\"test_ranges\":[[[0,82]],[[166,248]]]}");
        out.getBuffer().setLength(0);
        String params = file(
                "params.json",
                "{\"X\": 1e6, \"T\": 5, \"N\": 5, \"sigma\": 0.95, \"epsilon\": 0.0625, \"gamma\": 2.5e-07,"
                        + " \"eta\": 2.5e-06, \"lambda\": [1e-06, 0]}");
        JsonNode frontier = json("execution-frontier", "--params", params).required("frontier");
        assertThat(frontier.get(0).required("expected_cost").doubleValue()).isCloseTo(911226.9863037935, within(1e-6));
        assertThat(frontier.get(1).required("trades").get(4).doubleValue()).isCloseTo(200_000, within(1e-6));
        out.getBuffer().setLength(0);
        String prices = file("prices.csv", "date,A,B", "2026-01-01,1,2", "2026-01-02,2,2.1", "2026-01-03,1.5,2.3");
        assertThat(json("covariance", "--method", "sample", "--prices", prices)
                        .required("labels")
                        .toString())
                .isEqualTo("[\"A\",\"B\"]");
        out.getBuffer().setLength(0);
        assertThat(run(false, "allocate", "--method", "min-volatility", "--prices", prices))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("expected return");
    }

    @Test
    void options_are_valued_and_their_volatility_found() {
        String[] terms = {"--type", "call", "--spot", "60", "--strike", "65", "--years", "0.25", "--rate", "0.08"};
        JsonNode found = json(words("black-scholes", terms, "--volatility", "0.3"));
        assertThat(found.required("value").doubleValue()).isCloseTo(2.1334, within(5e-5));
        out.getBuffer().setLength(0);
        String price = String.valueOf(found.required("value").doubleValue());
        assertThat(json(words("implied-volatility", terms, "--price", price))
                        .required("implied_volatility")
                        .doubleValue())
                .isCloseTo(0.3, within(1e-12));
        for (String model : List.of(
                "black-76",
                "bachelier",
                "binomial",
                "barone-adesi-whaley",
                "bjerksund-stensland-1993",
                "bjerksund-stensland-2002")) {
            out.getBuffer().setLength(0);
            assertThat(json(words(model, terms, "--volatility", "0.3"))
                            .required("value")
                            .doubleValue())
                    .isNotNegative();
        }
        out.getBuffer().setLength(0);
        assertThat(json(words("implied-normal-volatility", terms, "--price", "2"))
                        .required("implied_volatility")
                        .doubleValue())
                .isBetween(10.0, 30.0);
        out.getBuffer().setLength(0);
        assertThat(refused(words("black-scholes", terms, "--steps", "3"))).contains("volatility must be given");
    }

    @Test
    void barrier_options_are_valued() {
        // Haug, "The Complete Guide to Option Pricing Formulas", table 4-13.
        String[] terms = ("--type call --spot 100 --strike 90 --years 0.5 --rate 0.08 --yield 0.04 --volatility 0.25"
                        + " --barrier 95 --rebate 3 --barrier-type down-and-out")
                .split(" ", -1);
        JsonNode always = json(words("barrier", terms, "--monitoring-interval", "0"));
        assertThat(always.required("value").doubleValue()).isCloseTo(9.0246, within(5e-5));
        assertThat(always.required("delta").doubleValue()).isFinite();
        out.getBuffer().setLength(0);
        JsonNode daily = json(words("barrier", terms, "--monitoring-interval", "0.004"));
        assertThat(daily.required("value").doubleValue()).isGreaterThan(9.0246);
    }

    @ParameterizedTest
    @CsvSource({
        "black-scholes, --steps, 3, steps must not be given for black-scholes",
        "black-76, --yield, 0.1, yield must not be given for black-76",
        "bachelier, --barrier, 90, barrier must not be given for bachelier",
        "bjerksund-stensland-2002, --rebate, 1, rebate must not be given for bjerksund-stensland-2002",
        "implied-volatility, --price, 1, volatility must not be given for implied-volatility",
        "barrier, --barrier, 90, barrier-type must be given for barrier",
        "barrier, --barrier-type, sideways, barrier must be given for barrier",
        "monte-carlo, --steps, 3, model must be one of black-scholes"
    })
    void options_that_a_model_does_not_take_are_refused_by_name(
            String model, String option, String value, String reason) {
        String[] terms = "--type put --spot 60 --strike 65 --years 0.25 --volatility 0.3".split(" ", -1);
        assertThat(refused(words(model, terms, option, value))).contains(reason);
    }

    private static String[] words(String model, String[] terms, String option, String value) {
        List<String> words = new ArrayList<>(List.of("option", "--model", model));
        words.addAll(List.of(terms));
        words.addAll(List.of(option, value));
        return words.toArray(String[]::new);
    }

    @Test
    void bad_files_are_refused_with_the_place() throws IOException {
        assertThat(refused(
                        "covariance",
                        "--method",
                        "sample",
                        "--prices",
                        folder.resolve("none.csv").toString()))
                .contains("file must be readable");
        String twice = file("twice.csv", "date,A", "2026-01-01,1", "2026-01-01,2");
        assertThat(refused("covariance", "--method", "sample", "--prices", twice))
                .contains("twice.csv line 3: date must come once, was 2026-01-01");
        String same = file("same.csv", "date,A,A", "2026-01-01,1,1", "2026-01-02,1,2");
        assertThat(refused("covariance", "--method", "sample", "--prices", same))
                .contains("same.csv line 1: columns must have names of their own");
        String word = file("word.csv", "date,A", "2026-01-01,1", "2026-01-02,x");
        assertThat(refused("covariance", "--method", "sample", "--prices", word))
                .contains("word.csv line 3: cell must be a number, was x");
        String ragged = file("ragged.csv", "date,A", "2026-01-01,1,2");
        assertThat(refused("covariance", "--method", "sample", "--prices", ragged))
                .contains("ragged.csv line 2: line must have 2 cells, was 3");
        String negative = file("negative.csv", "date,A", "2026-01-01,1", "2026-01-02,-2");
        assertThat(refused("covariance", "--method", "sample", "--prices", negative))
                .contains("negative.csv line 3: price must be positive, was -2");
        String day = file("day.csv", "date,A", "01/02/2026,1", "2026-01-02,2");
        assertThat(refused("covariance", "--method", "sample", "--prices", day)).contains("date must be of the form");
        String two = file("two.csv", "date,A", "2026-01-01,1", "2026-01-02,2");
        assertThat(refused("metrics", "--prices", two, "--column", "A"))
                .contains("A must have prices on at least 3 dates, had on 2");
        assertThat(refused("covariance", "--method", "exp", "--prices", two))
                .contains("asset 0 must have at least 2 returns, had 1");
        String three = file("three.csv", "date,A", "2026-01-01,1", "2026-01-02,2", "2026-01-03,3");
        String other = file("other.csv", "date,M", "2025-01-01,1", "2025-01-02,2", "2025-01-03,3");
        assertThat(refused("metrics", "--prices", three, "--column", "A", "--benchmark", other))
                .contains("A and its benchmark M must share at least 2 dates with returns, shared 0");
        assertThat(refused("metrics", "--prices", three, "--column", "A", "--risk-free-per-period", "NaN"))
                .contains("risk-free-per-period must be finite, was NaN");
        assertThat(refused("devig", "--odds", "0.5,2", "--method", "power")).contains("odds must be above 1");
        assertThat(refused("splits", "--method", "lucky", "--rows", "10")).contains("method must be walk-forward");
    }

    @Test
    void the_launcher_finds_the_commands() {
        assertThat(ServiceLoader.load(CommandProvider.class).stream()
                        .map(provider -> provider.get().artifact()))
                .contains("quantkit");
    }

    @Test
    void numbers_in_names_are_written_as_elsewhere() {
        assertThat(PerformanceFigures.text(0.02 / 252)).isEqualTo("7.936507936507937e-05");
        assertThat(PerformanceFigures.text(0.05)).isEqualTo("0.05");
        assertThat(PerformanceFigures.text(0.0005)).isEqualTo("0.0005");
        assertThat(PerformanceFigures.text(1e-5)).isEqualTo("1e-05");
    }
}
