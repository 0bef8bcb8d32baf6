package io.mts1b.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.TestTree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path root;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void prints_each_rule_with_what_it_looked_at_and_its_violations() {
        tree("package io.mts1b.llm; class Hrp {}");

        assertThat(run("--root", root.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("rule      looked at")
                .contains("concepts  17 concepts, 2 definitions, 3 uses  1\n")
                .contains("""
                        [concepts] concept 1, Hierarchical risk parity, is defined a second time by its name
                          here   engines/llm/src/main/java/io/mts1b/llm/Hrp.java:1 (type Hrp)
                          there  quantkit, package io.mts1b.quantkit.allocation (HierarchicalRiskParity)
                          to do  use io.mts1b.quantkit.allocation;""")
                .endsWith("\n1 violations.\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void prints_json() {
        tree("package io.mts1b.llm; class Wise { String say() { return \"https://hooks.slack.com/\\\"x\\n\\t\"; } }");

        assertThat(run("--json", "--root", root.toString())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"passed\":false,\"violations\":1,\"rules\":[\n {\"rule\":\"rooms\",")
                .contains("\"looked_at\":{\"concepts\":17,")
                .contains("the text \\\"https://hooks.slack.com/\\\"x\\n\\u0009\\\"\",\"here\":");
    }

    @Test
    void says_that_every_contract_holds_and_is_not_content_with_that_if_strict() {
        tree("package io.mts1b.llm; class Wise {}");

        assertThat(run("--root", root.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\nEvery contract holds.\n");

        assertThat(run("--strict", "--root", root.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("These rules had nothing to look at, and so prove nothing: cycles, bare, api, replay\n");
    }

    @Test
    void shows_which_types_of_a_concept_stand_in_its_home_and_misses_the_others_if_strict() {
        new TestTree(root)
                .module("platform", "mts1b-platform")
                .source("platform", "package io.mts1b.platform.retry; class Retry {}")
                .compile();

        assertThat(run("--root", root.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
                            concept             home                     types
                        14  Retry and back-off  io.mts1b.platform.retry  Retry; missing: Backoff
                        """);
        out.reset();

        run("--json", "--root", root.toString());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(",\"concepts\":[\n {\"number\":14,\"name\":\"Retry and back-off\",")
                .contains("\"found\":[\"Retry\"],\"missing\":[\"Backoff\"]}\n]}");
    }

    @Test
    void refuses_wrong_usage() {
        assertThat(run("--jsn")).isEqualTo(2);
        assertThat(run("--root")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("argument is not known: --jsn\nUsage: contracts")
                .contains("argument must follow --root\nUsage: contracts");
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: contracts");
    }

    @Test
    void refuses_what_it_cannot_look_at() throws Exception {
        assertThat(run("--root", root.toString())).isEqualTo(2);
        tree("package io.mts1b.llm; class Wise {}");
        Path house = Files.writeString(root.resolve("house.yaml"), "flors: []");
        assertThat(run("--root", root.toString(), "--house", house.toString())).isEqualTo(2);
        assertThat(run("--house", root.resolve("none.yaml").toString())).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("no pom.xml in " + root),
                        line -> assertThat(line).startsWith(house + ":1: flors is not a key here"),
                        line -> assertThat(line).startsWith("house file cannot be read: "));
    }

    private void tree(String source) {
        new TestTree(root)
                .module("engines/llm", "mts1b-llm")
                .source("engines/llm", source)
                .compile();
    }

    private int run(String... arguments) {
        return Main.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
