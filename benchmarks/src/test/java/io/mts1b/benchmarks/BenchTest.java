package io.mts1b.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.benchmarks.measurement.Samples;
import io.mts1b.benchmarks.measurement.Suite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BenchTest {

    private static final Row PAIR = new Row("decimal add", "ns", 2.5, 0.125, "BigDecimal", 20.0, 8.0, true, 16.0);
    private static final Row ALONE = Row.alone("demo", "s", Samples.of(3, 1, 2), null);
    private static final Row WRONG = new Row("decimal parse", "ns", 250, 3.14159, "BigDecimal", 125.0, 0.5, false, 1e6);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** A suite that has been measured already. */
    private record Measured(String name, List<Row> rows) implements Suite {

        @Override
        public String description() {
            return "what " + name + " measures";
        }

        @Override
        public List<Row> run(Effort effort, Consumer<String> progress) {
            progress.accept("measuring " + name + (effort.isFull() ? "" : " quickly")
                    + (effort.events() == null ? "" : ", " + effort.events() + " events"));
            return rows;
        }
    }

    private int bench(String... arguments) {
        List<Suite> suites =
                List.of(new Measured("good", List.of(PAIR, ALONE)), new Measured("bad", List.of(ALONE, WRONG)));
        return Bench.run(suites, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    @Test
    void prints_a_row_as_people_read_it() {
        assertThat(bench("good")).isZero();
        assertThat(out).hasToString("""
                measurement                          median     spread peer           its median    ratio equal      bytes/op
                decimal add                         2.50 ns       0.13 BigDecimal          20.00    8.00x yes           16.00
                demo                                 2.00 s       1.00 -                       -        - -                 -
                """);
        assertThat(err).hasToString("measuring good\n");
    }

    /** As everywhere in the house, a name without a value is left out. */
    @Test
    void prints_a_row_as_programs_read_it() {
        assertThat(bench("good", "--json")).isZero();
        assertThat(out).hasToString("""
                [{"name":"decimal add","unit":"ns","value":2.5,"spread":0.125,"peer":"BigDecimal","peer_value":20.0,\
                "ratio":8.0,"results_equal":true,"bytes_allocated":16.0},\
                {"name":"demo","unit":"s","value":2.0,"spread":1.0,"peer":null,"peer_value":null,"ratio":null,"results_equal":null,\
                "bytes_allocated":null}]
                """);
    }

    @Test
    void measures_quickly_if_that_is_enough() {
        assertThat(bench("good", "--quick")).isZero();
        assertThat(err).hasToString("measuring good quickly\n");
    }

    @Test
    void measures_as_many_events_as_are_wanted() {
        assertThat(bench("good", "--events", "100000000")).isZero();
        assertThat(err).hasToString("measuring good, 100000000 events\n");
    }

    @Test
    void refuses_no_events() {
        assertThat(bench("good", "--events", "0")).isEqualTo(2);
        assertThat(err).hasToString("mts: events must be at least 1, was 0\n");
    }

    @Test
    void fails_where_the_results_differ_and_says_where() {
        assertThat(bench("bad")).isEqualTo(1);
        assertThat(out.toString().lines().skip(2))
                .containsExactly(
                        "decimal parse                        250 ns       3.14 BigDecimal            125    0.50x NO          1000000");
    }

    @Test
    void refuses_a_suite_there_is_not() {
        assertThat(bench("huose")).isEqualTo(2);
        assertThat(out).hasToString("");
        assertThat(err).hasToString("mts: suite must be one of [good, bad], was huose\n");
    }

    @Test
    void refuses_an_option_there_is_not() {
        assertThat(bench("good", "--jason")).isEqualTo(2);
        assertThat(out).hasToString("");
        assertThat(err.toString()).contains("Unknown option: '--jason'");
    }

    @Test
    void lists_the_suites() {
        assertThat(bench()).isZero();
        assertThat(out).hasToString("good  what good measures\nbad  what bad measures\n");
    }

    @Test
    void lists_the_suites_for_programs() {
        assertThat(bench("--json")).isZero();
        assertThat(out).hasToString("[\"good\",\"bad\"]\n");
    }
}
