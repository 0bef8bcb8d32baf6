package io.mts1b.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    private static final Words WORDS = new Words(List.of("max-drawdown", "hrp", "k-fold"));
    private static final List<String> CARRIERS = List.of("column", "limit");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MaxDrawdown",
                "maxDrawdown",
                "maxDrawDown",
                "MAX_DRAWDOWN",
                "max_drawdown",
                "rollingMaxDrawdown2",
                "HRP",
                "HRPWeights",
                "MyHrp",
                "hrp2",
                "KFold",
                "kfold",
                "PurgedKFold",
                "MaxDrawdownLimitHrp"
            })
    void finds_a_name_in_whatever_case_and_company(String identifier) {
        assertThat(WORDS.in(identifier, CARRIERS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Drawdown", "MaxOfDrawdown", "Chrp", "Maxdrawdowns", "hr", "", "_", "Manifold"})
    void leaves_other_names_alone(String identifier) {
        assertThat(WORDS.in(identifier, CARRIERS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaxDrawdownColumn", "maxDrawdownLimit", "HrpReportColumn"})
    void lets_a_carrier_at_the_end_change_the_meaning(String identifier) {
        assertThat(WORDS.in(identifier, CARRIERS)).isFalse();
        assertThat(WORDS.in(identifier)).isTrue();
    }

    @Test
    void a_carrier_that_is_part_of_the_name_changes_nothing() {
        assertThat(new Words(List.of("rate-limit")).in("RateLimit", CARRIERS)).isTrue();
        assertThat(new Words(List.of("rate-limit")).in("RateLimitColumn", CARRIERS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "HRPWeights, hrp weights",
        "parseURL, parse url",
        "c3p0Pool, c 3 p 0 pool",
        "ISIN_CODE, isin code",
        "x, x",
        "İstanbul, i̇stanbul"
    })
    void splits_identifiers_into_words(String identifier, String words) {
        assertThat(String.join(" ", Words.split(identifier))).isEqualTo(words);
    }

    @Test
    void refuses_names_it_would_never_find() {
        assertThatThrownBy(() -> new Words(List.of("Sharpe")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("names must be in lower case, was Sharpe");
    }
}
