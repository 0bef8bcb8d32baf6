package io.mts1b.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.Code;
import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.TestTree;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptsRuleTest {

    private static final House HOUSE = HouseFile.standard();

    private static final String HOME = """
            package io.mts1b.quantkit.metrics;
            public record SharpeRatio(double perPeriod) {
                public static SharpeRatio of(double... r) {
                    double sum = 0;
                    for (double one : r) { sum += one; }
                    return new SharpeRatio(sum / r.length * Math.sqrt(252));
                }
                public double sharpe() { return perPeriod; }
            }
            """;

    @TempDir
    Path root;

    /** To speak of a concept is not to define it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Row(double sharpe) {}",
                "record SharpeColumn(int at) { int twice() { return 2 * at; } }",
                "interface Wish { double sharpe(double[] r); }",
                "class Held { Double v; java.util.Optional<Double> sharpe() { return java.util.Optional.of(v); } }",
                "class Fixed { static double sharpe() { return 2; } }",
                "class Uses { double sharpe(double[] r) { return SharpeRatio.of(r).perPeriod(); } }",
                "class Rolls { double[] sharpe(double[][] all) { return java.util.Arrays.stream(all)"
                        + ".mapToDouble(r -> SharpeRatio.of(r).perPeriod()).toArray(); } }",
                "class Hands { SharpeRatio r; double sharpe() { return r.sharpe(); } }",
                "class Joins { SharpeRatio r; String sharpe() { return \"SR \" + r.sharpe(); } }",
                "class Column { double sharpeColumn(double x) { return x / 2; } }",
                "class Shape { int sharpen(int x) { return x / 2; } }"
            })
    void is_not_a_definition(String type) {
        Tree tree = tree("import io.mts1b.quantkit.metrics.SharpeRatio;\n" + type);

        assertThat(messages(sourcesOf(tree))).isEmpty();
        assertThat(messages(classesOf(tree))).isEmpty();
    }

    /** A second definition is one however short, and whether it is read as source or as bytecode. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "record Sharpe(double value) {}",
                "interface SharpeRatio {}",
                "enum MaxDrawdown { A }",
                "class A { @interface Calmar {} }",
                "class A { static double sharpe(double mean, double deviation) { return mean / deviation; } }",
                "class A { static double sharpe(double[] r) { return java.util.Arrays.stream(r).average().orElse(0); } }",
                "class A { double rollingSharpe(double[] r) { double s = 0; for (double x : r) { s += x; } return s; } }",
                "class A { double sharpe(double[] r) { return ratio(r); } double ratio(double[] r) { return r[0] / r[1]; } }",
                "class A { double sharpe(double r, int n) { return n > 0 ? sharpe(r, n - 1) : r; } }"
            })
    void is_a_definition(String type) {
        Tree tree = tree(type);

        assertThat(messages(sourcesOf(tree)))
                .containsExactly(
                        "concept 4, Sharpe, Calmar, max drawdown and family, is defined a second time by its name");
        assertThat(messages(classesOf(tree))).isEqualTo(messages(sourcesOf(tree)));
    }

    /** Who posts to a chat needs the address of its service, and who translates symbols the codes of a venue. */
    @ParameterizedTest
    @CsvSource({
        "6, 'Telegram and Slack dispatch', https://api.telegram.org/bot",
        "6, 'Telegram and Slack dispatch', HTTPS://Hooks.Slack.com/services/T0",
        "6, 'Telegram and Slack dispatch', https://slack.com/api/chat.postMessage",
        "9, Symbol normalisation, XXBTZUSD",
        "9, Symbol normalisation, XBT",
    })
    void is_given_away_by_a_text(int number, String name, String text) {
        Tree tree = tree("class A { String a(String b) { return \"" + text + "\".concat(b); } }");

        assertThat(messages(classesOf(tree)))
                .containsExactly(
                        "concept " + number + ", " + name + ", is built a second time: the text \"" + text + "\"");
    }

    @Test
    void reports_a_definition_once_that_both_source_and_bytecode_show() {
        Outcome outcome = new ConceptsRule().check(HOUSE, tree("record Sharpe(double value) {}"));

        assertThat(outcome.violations())
                .containsExactly(new Violation(
                        "concepts",
                        "concept 4, Sharpe, Calmar, max drawdown and family, is defined a second time by its name",
                        "portfolio/src/main/java/io/mts1b/portfolio/Sharpe.java:2 (type Sharpe)",
                        "quantkit, package io.mts1b.quantkit.metrics (SharpeRatio, SortinoRatio, Drawdowns)",
                        "use io.mts1b.quantkit.metrics; if it lacks something, widen it there. A false alarm is entered"
                                + " under 'allow' of the concept in the house file, with a reason"));
        assertThat(outcome.lookedAt()).containsEntry("concepts", 17).containsEntry("definitions", 16);
    }

    @Test
    void an_import_of_the_home_does_not_hide_a_definition_from_bytecode() {
        Tree tree = tree("""
                import io.mts1b.quantkit.metrics.SharpeRatio;
                class A {
                    SharpeRatio other;
                    double sharpe(double mean, double deviation) { return mean / deviation; }
                }
                """);

        assertThat(messages(sourcesOf(tree))).isEmpty();
        assertThat(messages(classesOf(tree))).hasSize(1);
    }

    @Test
    void what_others_may_also_use_is_free_and_so_is_what_the_house_allows() {
        Tree tree = new TestTree(root)
                .module("quantkit", "mts1b-quantkit")
                .module("foundation", "mts1b-foundation")
                .source("quantkit", """
                        package io.mts1b.quantkit.clustering;
                        public record Linkage(int left, int right) {}
                        """)
                .source("quantkit", """
                        package io.mts1b.quantkit.risk;
                        public record Tree(io.mts1b.quantkit.clustering.Linkage top) {}
                        """)
                .source("foundation", """
                        package io.mts1b.foundation.time;
                        public interface TradingCalendar { boolean isHoliday(int day); }
                        """)
                .read();

        assertThat(messages(tree)).isEmpty();
    }

    @Test
    void build_tools_may_speak_of_everything() {
        Tree tree = new TestTree(root)
                .module("benchmarks", "mts1b-benchmarks")
                .source("benchmarks", "package io.mts1b.benchmarks; class Sharpe {}")
                .read();

        assertThat(messages(tree)).isEmpty();
    }

    private Tree tree(String type) {
        return new TestTree(root)
                .module("quantkit", "mts1b-quantkit")
                .module("portfolio", "mts1b-portfolio")
                .source("quantkit", HOME)
                .source("portfolio", "package io.mts1b.portfolio;\n" + type)
                .read();
    }

    private static Tree sourcesOf(Tree tree) {
        return new Tree(
                tree.root(),
                tree.modules().stream()
                        .map(one -> new Module(one.folder(), one.pom(), one.sources(), Code.NONE))
                        .toList(),
                List.of());
    }

    private static Tree classesOf(Tree tree) {
        return new Tree(
                tree.root(),
                tree.modules().stream()
                        .map(one -> new Module(one.folder(), one.pom(), Code.NONE, one.classes()))
                        .toList(),
                List.of());
    }

    private static List<String> messages(Tree tree) {
        return new ConceptsRule()
                .check(HOUSE, tree).violations().stream()
                        .map(Violation::message)
                        .toList();
    }
}
