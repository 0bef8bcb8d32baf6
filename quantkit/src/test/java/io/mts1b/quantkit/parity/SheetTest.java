package io.mts1b.quantkit.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.quantkit.parity.Row.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SheetTest {

    private final Sheet sheet = new Sheet("file", "about");

    private Row last() {
        return sheet.rows().getLast();
    }

    private Verdict verdict(double theirs, double ours, Tolerance tolerance) {
        sheet.number("golden", theirs, ours, tolerance);
        return last().verdict();
    }

    @Test
    void numbers_are_held_to_their_tolerance() {
        assertThat(verdict(1e6, 1e6 + 1e-5, Tolerance.FORMULA)).isEqualTo(Verdict.OK);
        assertThat(verdict(1e6, 1e6 + 1e-3, Tolerance.FORMULA)).isEqualTo(Verdict.WRONG);
        assertThat(verdict(0, 1e-300, Tolerance.FORMULA)).isEqualTo(Verdict.WRONG);
        assertThat(verdict(0.5, 0.5000009, Tolerance.WEIGHT)).isEqualTo(Verdict.OK);
        assertThat(verdict(0.5, 0.500002, Tolerance.WEIGHT)).isEqualTo(Verdict.WRONG);
        assertThat(verdict(3, 4, Tolerance.EXACT)).isEqualTo(Verdict.WRONG);
        assertThat(verdict(0.5, Double.NEGATIVE_INFINITY, Tolerance.FORMULA)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void what_is_undefined_must_be_so_on_both_sides() {
        assertThat(verdict(Double.NaN, Double.NaN, Tolerance.EXACT)).isEqualTo(Verdict.OK);
        assertThat(verdict(Double.NaN, 0, Tolerance.WEIGHT)).isEqualTo(Verdict.WRONG);
        sheet.number("golden", 0, OptionalDouble.empty(), Tolerance.WEIGHT);
        assertThat(last().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void a_reason_excuses_only_so_much() {
        Tolerance excused = Tolerance.WEIGHT.upTo(1e-3, "known");
        assertThat(verdict(0.5, 0.5005, excused)).isEqualTo(Verdict.APART);
        assertThat(last().markdown()).isEqualTo("| golden | 1 | 0.5 | 0.5005 | 5e-4 | 1e-6 | differs: known |");
        assertThat(verdict(0.5, 0.502, excused)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void the_number_that_differs_most_is_shown() {
        sheet.numbers(
                "golden",
                List.of("a", "b", "c"),
                new double[] {1, 2, Double.NaN},
                new double[] {1, 2.5, Double.NaN},
                Tolerance.absolute(1));
        assertThat(last().markdown()).isEqualTo("| golden | 2 | 2 at b | 2.5 | 5e-1 | 1 | ok |");
        sheet.numbers("short", List.of("a", "b"), new double[2], new double[1], Tolerance.WEIGHT);
        assertThat(last().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void no_cost_may_be_above_theirs() {
        sheet.cost("golden", -2, -2.1);
        assertThat(last().markdown())
                .isEqualTo("| golden | 1 | -2 | -2.1 | -5e-2 | not above 1e-9 relative | ok: ours is better |");
        sheet.cost("golden", -2, -1.9);
        assertThat(last().verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void words_must_be_the_same() {
        sheet.words("golden", List.of("a", "b"), List.of("a", "b"));
        assertThat(last().verdict()).isEqualTo(Verdict.OK);
        sheet.words("golden", List.of("a", "b"), List.of("a", "c"));
        assertThat(last().markdown()).isEqualTo("| golden | 2 | b | c | 1 differ | equal | WRONG |");
        sheet.words("golden", List.of("a", "b"), List.of("a"));
        assertThat(last().verdict()).isEqualTo(Verdict.WRONG);
    }
}
