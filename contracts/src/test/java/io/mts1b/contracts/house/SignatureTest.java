package io.mts1b.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.time.Instant.now()                        | java.time.Instant | now    |",
                "java.time.LocalDate.now(java.time.ZoneId)      | java.time.LocalDate | now  | java.time.ZoneId",
                "java.lang.System.getenv                        | java.lang.System  | getenv | java.lang.String",
                "java.util.Random.<init>()                      | java.util.Random  | <init> |",
                "java.lang.System.out                           | java.lang.System  | out    |",
                "org.ojalgo.matrix.solve                        | org.ojalgo.matrix.task.SolverTask | solve | double[]",
                "okhttp3.OkHttpClient$Builder.<init>            | okhttp3.OkHttpClient$Builder | <init> |",
                "java.util.Set.of(E,E,..)                       | java.util.Set     | of     | E,E",
                "java.util.Set.of(E,E,..)                       | java.util.Set     | of     | E,E,E",
                "*.printStackTrace()                            | java.io.IOException | printStackTrace |"
            })
    void matches(String signature, String owner, String member, String parameters) {
        assertThat(Signature.parse(signature).matches(owner, member, parameters == null ? "" : parameters))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.time.Instant.now()  | java.time.Instant      | now     | java.time.Clock",
                "java.util.Set.of(E,E,..) | java.util.Set          | of      | E",
                "java.util.Map.of         | java.util.MapLike      | of      |",
                "java.util.Map.of         | java.util.Map          | offer   |",
                "java.util.Random.<init>()| java.util.Random       | <init>  | long"
            })
    void does_not_match(String signature, String owner, String member, String parameters) {
        assertThat(Signature.parse(signature).matches(owner, member, parameters == null ? "" : parameters))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", ".now", "java.time.Instant.", "java.time.Instant.now(", ""})
    void refuses_what_names_no_member(String text) {
        assertThatThrownBy(() -> Signature.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("signature must be type.member");
    }
}
