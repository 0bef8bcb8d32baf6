package io.mts1b.omsalgos.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class OmsAlgosCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = List.of(words.split(" "));
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        for (Callable<Integer> command : new OmsAlgosCommands().commands(console)) {
            CommandLine line = new CommandLine(command).setErr(new PrintWriter(err));
            if (line.getCommandName().equals(all.getFirst())) {
                return line.execute(all.subList(1, all.size()).toArray(String[]::new));
            }
        }
        throw new IllegalArgumentException("command must exist, was " + words);
    }

    private JsonNode json(String words) {
        assertThat(run(true, words)).as(err.toString()).isEqualTo(ExitCode.DONE);
        return JSON.readTree(out.toString());
    }

    private List<String> quantities(String words) {
        List<String> quantities = new ArrayList<>();
        json(words)
                .path("children")
                .forEach(child -> quantities.add(child.path("quantity").asString()));
        return quantities;
    }

    private String refused(String words) {
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
                .contains("oms-algos");
    }

    @Test
    void plan_prints_what_an_algo_would_place() throws IOException {
        JsonNode twap = json("plan --algo twap --quantity 100 --horizon 30m --slices 3");
        assertThat(twap.at("/children/1/after").asString()).isEqualTo("PT10M");
        assertThat(twap.at("/children/1/quantity").asString()).isEqualTo("34");
        assertThat(twap.at("/children/1/filled").asString()).isEqualTo("67");
        assertThat(twap.at("/children/1/order_type/type").asString()).isEqualTo("marketable_limit");
        assertThat(twap.at("/end").asString()).isEqualTo("filled");
        String given = file("p.csv", "1", "2", "3", "4");
        assertThat(quantities("plan --algo vwap --quantity 100 --horizon PT6H30M --profile " + given))
                .containsExactly("10", "20", "30", "40");
        String days = file("d.csv", "1,30", "3,10");
        assertThat(quantities("plan --algo vwap --quantity 100 --horizon 1h --profile " + days))
                .containsExactly("50", "50");
        assertThat(quantities(
                        "plan --algo pov --quantity 1000 --horizon 1h --participation 0.1 --volume 1000 --profile "
                                + given))
                .containsExactly("10", "20", "30", "40");
        assertThat(quantities("plan --algo iceberg --quantity 250 --horizon 1h --display 100 --limit 99"))
                .containsExactly("100", "100", "50");
        assertThat(quantities("plan --algo almgren-chriss --quantity 300 --horizon 2h --slices 2 --risk-aversion 1"
                        + " --volatility 1 --temporary 1 --time-unit 1h"))
                .containsExactly("200", "100");
        assertThat(quantities("plan --algo implementation-shortfall --quantity 300 --horizon 2h --slices 2"
                        + " --risk-aversion 1 --volatility 1 --temporary 1 --time-unit 1h --adaptation 1"))
                .containsExactly("200", "100");
        assertThat(quantities("plan --algo sniper --quantity 300 --horizon 3m --limit 100 --displayed 200 --share 0.5"))
                .containsExactly("100", "100", "100");
        assertThat(quantities("plan --algo twap --quantity 1 --horizon 90s --slices 2 --lot 0.001 --least-child 0.7"))
                .containsExactly("1");
    }

    @Test
    void plan_prints_a_table_for_people() {
        assertThat(run(false, "plan --algo twap --quantity 5 --horizon 60s --slices 2 --price 10 --side sell"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("""
                after                quantity         filled  order
                0s                          3              3  marketable_limit 10
                30s                         2              5  marketable_limit 10
                filled: 5 filled, 0 not
                """);
    }

    @Test
    void plan_refuses_what_does_not_fit() throws IOException {
        String twap = "plan --algo twap --quantity 100 --horizon 30m ";
        assertThat(refused(twap + "--display 5")).isEqualTo("--display must not be given, is no parameter of twap\n");
        assertThat(refused("plan --algo best --quantity 1 --horizon 1h")).startsWith("--algo must be one of [");
        assertThat(refused("plan --algo twap --quantity x --horizon 1h"))
                .startsWith("--quantity must be a decimal number");
        assertThat(refused("plan --algo twap --quantity 1 --horizon soon")).startsWith("--horizon must be a time");
        assertThat(refused(twap + "--slices 0")).startsWith("slices must be 1 to");
        assertThat(refused(twap + "--child-type stop")).startsWith("--child-type must be one of [limit,");
        assertThat(refused("plan --algo pov --quantity 1 --horizon 1h")).startsWith("--participation must be given");
        assertThat(refused("plan --algo iceberg --quantity 9 --horizon 1h --display 3"))
                .startsWith("limit must be");
        assertThat(refused(twap + "--profile " + file("p.csv", "1", "x"))).startsWith("p.csv line 2: cell must be");
        assertThat(refused(twap + "--profile " + file("q.csv", "1,2", "1")))
                .startsWith("q.csv line 2: line must have 2");
        assertThat(refused(
                        "plan --algo vwap --quantity 1 --horizon 1h --slices 2 --profile " + file("r.csv", "1", "2")))
                .startsWith("--slices must not be given with --profile");
        assertThat(refused(twap + "--profile " + folder.resolve("none.csv"))).startsWith("file must be readable");
    }

    @Test
    void tca_decomposes_what_an_order_cost() throws IOException {
        String fills = file("f.csv", "side,quantity,price,fee", "buy,600,50.20,6", "", "buy,200,50.40,2");
        String market =
                file("m.csv", "at,price,quantity", "2026-03-02T14:30:00Z,50.20,100", "2026-03-02T14:30:30Z,50.30,300");
        JsonNode costs = json("tca --fills " + fills + " --quantity 1000 --decision 50 --arrival 50.10 --close 51"
                + " --market " + market + " --from 2026-03-02T14:30:00Z --to 2026-03-02T14:31:00Z");
        assertThat(costs.at("/delay").asString()).isEqualTo("80 USD");
        assertThat(costs.at("/execution").asString()).isEqualTo("120 USD");
        assertThat(costs.at("/opportunity").asString()).isEqualTo("200 USD");
        assertThat(costs.at("/total").asString()).isEqualTo("408 USD");
        assertThat(costs.at("/comparisons/1/price").asString()).isEqualTo("50.275");
        assertThat(costs.at("/comparisons/2/price").asString()).isEqualTo("50.25");
        assertThat(run(false, "tca --fills " + fills + " --arrival 50.10 --vwap 50.3"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("""
                filled                                   800 of 800
                delay                                         0 USD
                execution                                   120 USD
                opportunity                                   0 USD
                fees                                          8 USD
                total                                       128 USD  31.9361 bps
                against arrival 50.1                        120 USD  29.9401 bps
                against vwap 50.3                           -40 USD  -9.9404 bps
                """);
    }

    @Test
    void tca_refuses_what_does_not_fit() throws IOException {
        String plain = file("f.csv", "quantity,price", "5,10");
        assertThat(refused("tca --fills " + plain + " --arrival 10")).isEqualTo("--side must be given, was not\n");
        assertThat(refused("tca --fills " + plain + " --side buy --arrival 10 --quantity 6"))
                .isEqualTo("close must be given where only 5 of 6 was filled\n");
        assertThat(refused("tca --fills " + plain + " --side buy --arrival 10 --quantity 4"))
                .isEqualTo("fills must not exceed 4, were 5\n");
        assertThat(refused("tca --fills " + file("b.csv", "quantity,price", "5,x") + " --side buy --arrival 10"))
                .startsWith("b.csv line 2: price must be readable");
        assertThat(refused("tca --fills " + file("c.csv", "quantity,cost", "5,1") + " --side buy --arrival 10"))
                .startsWith("c.csv line 1: column must be one of [quantity, price, fee, side], was cost");
        assertThat(refused("tca --fills " + file("e.csv", "quantity,price") + " --side buy --arrival 10"))
                .startsWith("e.csv must have lines after its header");
        assertThat(refused("tca --fills " + plain + " --side buy --arrival 10 --vwap 10 --market " + plain))
                .startsWith("--vwap and --twap must not be given with --market");
    }
}
