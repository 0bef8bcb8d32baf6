package io.mts1b.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    @TempDir
    private Path folder;

    private List<String> problems(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("f.yaml"), bytes);
        List<Problem> problems = new ArrayList<>();
        YamlFile.read(file, problems);
        return problems.stream()
                .map(problem -> problem.toString().replace(file.toString(), "f.yaml"))
                .toList();
    }

    private List<String> problems(String text) throws IOException {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: &x 1 | f.yaml:1: must have no anchors and aliases",
                "a: !!binary aGk= | f.yaml:1: must have no tags (!...)",
                "a: !x {} | f.yaml:1: must have no tags (!...)",
                "a: !x [] | f.yaml:1: must have no tags (!...)",
                "[a] | f.yaml:1: must be keys and values",
                "a | f.yaml:1: must be keys and values",
                "? [a]\\n: 1 | f.yaml:1: must have texts for keys",
                "a: 1\\nb: 2\\na: 3 | f.yaml:3: must have each key once, has 'a' twice",
                "a: 1\\n---\\nb: 2 | f.yaml:2: must be one document, has a second",
                "a: 1\\n\\tb: 2 | f.yaml:2: must be YAML: found character '\\t(TAB)' that cannot start any token."
                        + " (Do not use \\t(TAB) for indentation)",
            })
    void what_is_refused_is_told_with_its_line(String text, String problem) throws IOException {
        String expected = problem.startsWith("f.yaml:2: must be YAML") ? problem : problem.replace("\\n", "\n");
        assertThat(problems(text.replace("\\n", "\n").replace("\\t", "\t"))).containsExactly(expected);
    }

    @Test
    void a_missing_file_is_told() {
        List<Problem> problems = new ArrayList<>();
        YamlFile.read(folder.resolve("none.yaml"), problems);

        assertThat(problems).singleElement().extracting(Problem::message).isEqualTo("must exist, does not");
    }

    @Test
    void what_is_no_text_is_refused() throws IOException {
        assertThat(problems(new byte[] {'a', ':', ' ', (byte) 0xff})).containsExactly("f.yaml: must be UTF-8, is not");
    }

    @Test
    void a_bomb_of_aliases_is_refused() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problems(bomb.toString()))
                .hasSize(60 + 2 * 59)
                .allMatch(problem -> problem.endsWith(": must have no anchors and aliases"));
    }

    @Test
    void a_bomb_of_depth_is_refused() throws IOException {
        for (String piece : List.of("[", "{a: ", "- ", "? ")) {
            assertThat(problems(piece.repeat(200_000)))
                    .as("200,000 times '%s'", piece)
                    .singleElement()
                    .asString()
                    .startsWith("f.yaml");
        }
        assertThat(problems("a: " + "[".repeat(31) + "]".repeat(31))).isEmpty();
        assertThat(problems("a: " + "[".repeat(40) + "]".repeat(40)))
                .containsExactly(
                        "f.yaml: must be readable YAML: it must be at most 32 levels deep, is deeper at line 1");
    }

    @Test
    void a_bomb_of_size_is_refused() throws IOException {
        assertThat(problems("a: " + "x".repeat(1 << 20)))
                .containsExactly("f.yaml: must be readable YAML: it must be at most 1048576 bytes, has 1048579");
    }

    @Test
    void no_bytes_break_it() {
        String alphabet = "ab:-?[]{},&*!|>'\"%@`#~ \n\t0<\\\u0000é";
        ForAll.cases(5_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }

            // Reading is all that is asked: every exception but those it knows would come out here.
            assertThat(problems(text.toString())).allMatch(problem -> problem.startsWith("f.yaml"));
        });
    }
}
