package io.mts1b.portfolio.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class PortfolioCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... words) {
        out.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        for (Callable<Integer> command : new PortfolioCommands().commands(console)) {
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

    @Test
    void are_found_by_the_launcher() {
        assertThat(ServiceLoader.load(CommandProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .map(CommandProvider::artifact))
                .contains("portfolio");
    }

    private static String[] and(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void size_by_kelly_from_estimates_from_prices_and_of_one_bet() throws IOException {
        String expected = file("mu.csv", "asset,mu", "B,0.08", "A,0.033");
        String covariance = file("s.csv", ",B,A", "B,0.04,0.012", "A,0.012,0.09");

        JsonNode half = json(
                "size", "--method", "kelly", "--expected", expected, "--covariance", covariance, "--fraction", "0.5");
        assertThat(half.at("/weights/B").asDouble()).isCloseTo(1.96875 / 2, within(1e-13));
        assertThat(half.at("/gross").asDouble()).isCloseTo((1.96875 + 0.00036 / 0.003456) / 2, within(1e-13));

        String[] capped = {"size", "--method", "kelly", "--expected", expected, "--covariance", covariance, "--cap", "1"
        };
        assertThat(json(capped).at("/weights/A").asDouble()).isCloseTo(0.021 / 0.09, within(1e-9));
        assertThat(json(and(capped, "--capping", "clipped")).at("/weights/A").asDouble())
                .isCloseTo(0.00036 / 0.003456, within(1e-13));
        assertThat(json(and(capped, "--gross-cap", "0.5")).at("/gross").asDouble())
                .isCloseTo(0.5, within(1e-9));

        // Returns of 0.2 and -0.1: mean 0.05 and sample variance 0.045, so (0.05 - 0.005) / 0.045.
        String prices = file("p.csv", "date,A", "2024-01-03,108", "2024-01-02,120", "2024-01-01,100");
        assertThat(json("size", "--method", "kelly", "--prices", prices, "--risk-free-per-period", "0.005")
                        .at("/weights/A")
                        .asDouble())
                .isCloseTo(1, within(1e-12));

        assertThat(json("size", "--method", "kelly", "--probability", "0.53", "--odds", "2")
                        .at("/fraction")
                        .asDouble())
                .isCloseTo(0.06, within(1e-15));
    }

    @Test
    void size_to_a_volatility_up_to_a_cap() throws IOException {
        String prices = file("p.csv", "date,A,B", "2024-01-01,100,", "2024-01-02,101,", "2024-01-03,99.99,5");
        String weights = file("w.csv", "A,0.5");

        // Returns of 1 and -1 percent have a sample deviation of 0.01 * sqrt(2); half of it at four a year is that.
        String[] words = {
            "size",
            "--method",
            "vol-target",
            "--prices",
            prices,
            "--weights",
            weights,
            "--window",
            "2",
            "--frequency",
            "4",
            "--target"
        };
        assertThat(json(with(words, "0.01")).at("/weights/A").asDouble()).isCloseTo(0.5 / Math.sqrt(2), within(1e-12));
        assertThat(json(with(words, "1")).at("/weights/A").asDouble()).isEqualTo(1.5);
        assertThat(refused("size", "--method", "vol-target", "--prices", prices, "--weights", file("v.csv", "B,1")))
                .contains("returns must be at least 63, were 2; assets are counted in the order of [B]");
    }

    private static String[] with(String[] words, String last) {
        String[] longer = Arrays.copyOf(words, words.length + 1);
        longer[words.length] = last;
        return longer;
    }

    @Test
    void size_equally_long_short_and_as_told() throws IOException {
        String scores = file("s.csv", "asset,score", "A,0.1", "B,0.7", "C,-3", "D,0.9");

        assertThat(json("size", "--method", "equal", "--scores", scores, "--longs", "2")
                        .path("weights"))
                .isEqualTo(JSON.readTree("{\"A\":0.0,\"B\":0.5,\"C\":0.0,\"D\":0.5}"));
        assertThat(json("size", "--method", "long-short", "--scores", scores, "--gross", "2"))
                .isEqualTo(JSON.readTree("""
                        {"method":"long-short","weights":{"A":0.0,"B":0.0,"C":-1.0,"D":1.0},"gross":2.0,"net":0.0}"""));
        assertThat(json("size", "--method", "fixed", "--weights", scores)
                        .at("/weights/C")
                        .asDouble())
                .isEqualTo(-3);
    }

    @Test
    @Tag(SharedData.TAG)
    void discrete_buys_what_pyportfolioopt_buys() throws IOException {
        JsonNode golden =
                JSON.readTree(Files.readString(SharedData.path("quant_goldens/pypfopt/ppo20_full_ragged.json")));
        String weights = file(
                "w.csv",
                golden.at("/efficient_frontier/min_volatility/weights")
                        .propertyStream()
                        .map(one -> one.getKey() + "," + one.getValue().asString())
                        .toArray(String[]::new));
        String prices =
                SharedData.path("equities_daily/ppo_stock_prices.csv.gz").toString();

        for (String method : List.of("greedy", "exact")) {
            JsonNode found =
                    json("discrete", "--weights", weights, "--prices", prices, "--cash", "100000", "--method", method);
            JsonNode expected = golden.at("/discrete_allocation_100k_min_vol/"
                    + (method.equals("greedy") ? "greedy_portfolio" : "lp_portfolio"));

            assertThat(found.path("allocation").size())
                    .isEqualTo(expected.path("allocation").size());
            expected.path("allocation")
                    .propertyStream()
                    .forEach(one -> assertThat(
                                    found.path("allocation").path(one.getKey()).asDouble())
                            .as(one.getKey())
                            .isEqualTo(one.getValue().asDouble()));
            assertThat(found.path("leftover").asDouble())
                    .isCloseTo(expected.path("leftover").asDouble(), within(1e-7));
        }
    }

    @Test
    void discrete_knows_lots_and_shorts() throws IOException {
        String weights = file("w.csv", "A,1.2", "B,-0.3");
        String prices = file("p.csv", "A,3", "B,7");
        String lots = file("l.csv", "A,100");

        JsonNode found = json(
                "discrete",
                "--weights",
                weights,
                "--prices",
                prices,
                "--cash",
                "1000",
                "--method",
                "greedy",
                "--lots",
                lots,
                "--reinvest");

        // 42 of B bring 294, and 1294 pay for four lots of A, of which 1200 want exactly four.
        assertThat(found.path("allocation")).isEqualTo(JSON.readTree("{\"A\":400.0,\"B\":-42.0}"));
        assertThat(found.path("leftover").asDouble()).isEqualTo(94);
        assertThat(found.path("short_proceeds").asDouble()).isEqualTo(294);
    }

    @Test
    void rebalance_plans_when_it_is_due() throws IOException {
        String positions = file("q.csv", "A,100", "B,20", "Old,5");
        String weights = file("w.csv", "A,0.5", "B,0.4", "C,0.05");
        String prices = file("p.csv", "A,50", "B,100", "C,30", "Old,1");
        String[] words = {
            "rebalance",
            "--positions",
            positions,
            "--weights",
            weights,
            "--prices",
            prices,
            "--cash",
            "2995",
            "--cost-bps",
            "10"
        };

        JsonNode found = json(words);
        assertThat(found.path("trades")).isEqualTo(JSON.readTree("""
                        [{"asset":"Old","side":"sell","quantity":5.0,"value":5.0,"cost":0.01},
                         {"asset":"B","side":"buy","quantity":20.0,"value":2000.0,"cost":2.0},
                         {"asset":"C","side":"buy","quantity":16.0,"value":480.0,"cost":0.48}]"""));
        assertThat(found.path("cash_after").asDouble()).isEqualTo(517.51);

        String[] monthly = Arrays.copyOf(words, words.length + 4);
        monthly[words.length] = "--calendar";
        monthly[words.length + 1] = "XNYS";
        monthly[words.length + 2] = "--date";
        monthly[words.length + 3] = "2024-01-03";
        assertThat(json(monthly).path("due").asBoolean()).isFalse();
        monthly[words.length + 3] = "2024-01-02";
        assertThat(json(monthly)).isEqualTo(found);
    }

    @Test
    void rebalance_leaves_alone_what_is_near_enough() throws IOException {
        String[] words = {
            "rebalance",
            "--positions",
            file("q.csv", "A,43", "B,37"),
            "--weights",
            file("w.csv", "A,0.4", "B,0.2"),
            "--prices",
            file("p.csv", "A,10", "B,10"),
            "--cash",
            "200",
            "--least-trade",
            "200",
            "--rule",
            "buffer"
        };

        assertThat(json(words).path("skipped"))
                .isEqualTo(
                        JSON.readTree("[{\"asset\":\"B\",\"side\":\"sell\",\"quantity\":12.0,\"why\":\"too_small\"}]"));
        words[words.length - 1] = "threshold";
        assertThat(json(words).path("skipped").size()).isEqualTo(2);
        assertThat(run(false, words)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("cash after").contains("USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "size --method guess | method must be kelly, vol-target, equal, long-short or fixed, was guess",
                "size --method kelly | --prices must be given, was not",
                "size --method kelly --probability 0.5 --odds 2 --capping both | capping must be optimal or clipped, was both",
                "size --method kelly --probability 0.5 --odds 0.5 | odds must be above 1, were 0.5",
                "size --method kelly --probability 0.5 --odds NaN | odds must be above 1, were NaN",
                "size --method kelly --prices short.csv --risk-free-per-period NaN | risk-free-per-period must be finite",
                "size --method fixed --weights nan.csv | nan.csv: A must be a finite number, was NaN",
                "size --method equal --scores infinite.csv | infinite.csv: A must be a finite number, was -Infinity",
                "size --method fixed --weights empty.csv | empty.csv: A must be a finite number, was",
                "size --method vol-target --weights pairs.csv --prices short.csv | returns must be at least 63, were 3",
                "size --method vol-target --weights pairs.csv --prices holes.csv --window 2 | the last 2 returns of asset 1"
                        + " must not be missing, one is; assets are counted in the order of [A, B]",
                "rebalance --positions pairs.csv --weights nan.csv --prices pairs.csv --cash 1 | A must be a finite number",
                "size --method kelly --probability 2 --odds 2 | probability must be in [0, 1], was 2.0",
                "size --method equal --scores pairs.csv --longs 9 | scores must be of at least 9 assets, were of 2",
                "size --method kelly --prices bad.csv | bad.csv line 3: price must be positive, was -1",
                "size --method kelly --prices twice.csv | twice.csv line 3: date must come once, was 2024-01-01",
                "size --method kelly --prices nothing.csv | file must be readable",
                "discrete --weights pairs.csv --prices pairs.csv --cash 0 --method exact | cash must be positive, was 0",
                "discrete --weights pairs.csv --prices zero.csv --cash 9 --method exact | must be positive, was 0",
                "discrete --weights pairs.csv --prices other.csv --cash 9 --method exact | asset must be one of [Z], was A",
                "discrete --weights pairs.csv --prices pairs.csv --cash x --method exact | cash must be a decimal number, was x",
                "discrete --weights pairs.csv --prices pairs.csv --cash 1 --method both | method must be greedy or exact, was both",
                "discrete --weights wide.csv --prices pairs.csv --cash 1 --method exact | line must have 2 cells, was 3",
                "rebalance --positions pairs.csv --weights pairs.csv --prices zero.csv --cash 1 | A: price must be positive, was 0",
                "rebalance --positions pairs.csv --weights pairs.csv --prices pairs.csv --cash 1 --rule no | rule must be always, threshold or buffer, was no",
                "rebalance --positions pairs.csv --weights pairs.csv --prices pairs.csv --cash 1 --calendar XNYS | --date must be given"
            })
    void refuse_with_the_reason(String words, String reason) throws IOException {
        file("pairs.csv", "A,0.5", "B,0.5");
        file("nan.csv", "A,NaN", "B,0.5");
        file("infinite.csv", "A,-Infinity", "B,0.5");
        file("empty.csv", "A,", "B,0.5");
        file("short.csv", "date,A,B", "2024-01-01,1,1", "2024-01-02,2,1", "2024-01-03,1,3", "2024-01-04,1,1");
        file("holes.csv", "date,A,B", "2024-01-01,1,1", "2024-01-02,2,", "2024-01-03,1,3", "2024-01-04,1,1");
        file("zero.csv", "A,0", "B,1");
        file("other.csv", "Z,1");
        file("wide.csv", "A,1,2", "B,1,2");
        file("bad.csv", "date,A", "2024-01-01,1", "2024-01-02,-1");
        file("twice.csv", "date,A", "2024-01-01,1", "2024-01-01,2");
        String[] placed = words.split(" ", -1);
        for (int i = 0; i < placed.length; i++) {
            placed[i] = placed[i].endsWith(".csv") ? folder.resolve(placed[i]).toString() : placed[i];
        }

        assertThat(refused(placed)).contains(reason);
    }
}
