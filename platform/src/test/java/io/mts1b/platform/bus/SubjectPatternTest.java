package io.mts1b.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Subject;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectPatternTest {

    @ParameterizedTest
    @CsvSource({
        "mts.>, true",
        "mts.v1.oms.fills.created, false",
        "mts.v1.oms.fills.created.>, true",
        "mts.v1.oms.fills.created.fund.*, true",
        "mts.v1.oms.fills.created.fund.beta, false",
        "mts.*.*.*.*.*.*, true",
        "mts.*.*.*.*, false",
        "mts.v1.oms.fills.created.fund.alpha.>, false"
    })
    void matches(String pattern, boolean matches) {
        Subject subject = Subject.parse("mts.v1.oms.fills.created.fund.alpha");

        assertThat(SubjectPattern.parse(pattern).matches(subject)).isEqualTo(matches);
        assertThat(SubjectPattern.parse(pattern)).hasToString(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mts",
                ">",
                "*.v1",
                "mts.",
                "mts.v1..x",
                "mts.>.x",
                "mts.v1 ",
                "mts.v*",
                "mts.v1.ü",
                "mts.v1\n",
                "mts.1.2.3.4.5.6.7.8.9.10.11.12.13"
            })
    void refuses(String pattern) {
        assertThatThrownBy(() -> SubjectPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The same by regular expressions, and by trying all subjects of two letters. */
    @Test
    void agrees_with_a_plain_definition() {
        List<String> subjects = subjects();
        ForAll.cases(3_000, random -> {
            SubjectPattern one = anyPattern(random);
            SubjectPattern other = anyPattern(random);
            List<String> ofOne = subjects.stream().filter(regex(one)).toList();
            List<String> ofOther = subjects.stream().filter(regex(other)).toList();

            assertThat(one.covers(other)).isEqualTo(ofOne.containsAll(ofOther) && !ofOther.isEmpty());
            assertThat(one.meets(other)).isEqualTo(ofOne.stream().anyMatch(ofOther::contains));
            assertThat(one.meets(other)).isEqualTo(other.meets(one));
        });
    }

    /** Without the last two lengths no pattern here can tell a rest from so many single tokens. */
    private static List<String> subjects() {
        List<String> all = new ArrayList<>();
        List<String> last = List.of("mts");
        for (int length = 2; length <= 7; length++) {
            last = last.stream()
                    .flatMap(prefix -> List.of(prefix + ".a", prefix + ".b", prefix + ".c").stream())
                    .toList();
            all.addAll(last);
        }
        return all;
    }

    private static SubjectPattern anyPattern(RandomGenerator random) {
        List<String> tokens = new ArrayList<>(List.of("mts"));
        int length = random.nextInt(1, 5);
        for (int i = 0; i < length; i++) {
            tokens.add(ForAll.oneOf(random, "a", "b", "*"));
        }
        if (random.nextBoolean()) {
            tokens.add(">");
        }
        return new SubjectPattern(tokens);
    }

    private static Predicate<String> regex(SubjectPattern pattern) {
        String regex = pattern.tokens().stream()
                .map(token -> token.equals("*") ? "[^.]+" : token.equals(">") ? ".+" : token)
                .collect(Collectors.joining("\\."));
        return Pattern.compile(regex).asMatchPredicate();
    }
}
