package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @TempDir
    private Path folder;

    private CsvFile file(String text) throws IOException {
        return CsvFile.read(Files.writeString(folder.resolve("data.csv"), text));
    }

    @Test
    void cells_are_cut_at_commas_and_trimmed() throws IOException {
        CsvFile file = file("a, b ,\n\n2024-07-03T00:00:00,1.5,x\n");

        assertThat(file.lines())
                .containsExactly(List.of("a", "b", ""), List.of(""), List.of("2024-07-03T00:00:00", "1.5", "x"));
        assertThat(file.isBlank(1)).isTrue();
        assertThat(file.isBlank(0)).isFalse();
        assertThat(file.date(2)).isEqualTo(LocalDate.of(2024, 7, 3));
        assertThat(file.number(2, file.lines().get(2).get(1))).isEqualTo(1.5);
    }

    @Test
    void a_packed_file_is_unpacked() throws IOException {
        Path path = folder.resolve("data.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write("a,b\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(CsvFile.read(path).lines()).containsExactly(List.of("a", "b"));
        assertThatThrownBy(() -> CsvFile.read(folder.resolve("none.csv"))).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "", "one", "1,5"})
    void what_is_no_finite_number_is_refused_with_its_line(String cell) throws IOException {
        CsvFile file = file("a,b\n");

        assertThatThrownBy(() -> file.number(0, cell))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("data.csv line 1: cell must be a ")
                .hasMessageEndingWith("number, was " + cell);
    }

    @Test
    void a_date_that_is_none_is_refused_with_its_line() throws IOException {
        CsvFile file = file("a\n2024-02-30,1\n");

        assertThatThrownBy(() -> file.date(1))
                .hasMessage("data.csv line 2: date must be of the form 2026-01-31, was 2024-02-30");
    }

    @Test
    void pairs_have_two_cells_and_names_of_their_own() throws IOException {
        assertThat(file("b,1\n\na,2\n").pairs())
                .containsExactly(java.util.Map.entry("b", "1"), java.util.Map.entry("a", "2"));
        CsvFile three = file("b,1,2\n");
        assertThatThrownBy(three::pairs).hasMessage("data.csv line 1: line must have 2 cells, was 3");
        CsvFile twice = file("b,1\nb,2\n");
        assertThatThrownBy(twice::pairs).hasMessage("data.csv line 2: name must come once, was b");
    }

    @Test
    void numbers_belong_to_known_names_after_a_header() throws IOException {
        assertThat(file("name,value\nb,1\na,2\n").numbersOf(List.of("a", "b")))
                .containsExactly(java.util.Map.entry("b", 1.0), java.util.Map.entry("a", 2.0));
        CsvFile unknown = file("a,1\nc,2\n");
        assertThatThrownBy(() -> unknown.numbersOf(List.of("a")))
                .hasMessage("data.csv line 2: name must be one of [a], was c");
        CsvFile misspelt = file("c,1\na,2\n");
        assertThatThrownBy(() -> misspelt.numbersOf(List.of("a")))
                .hasMessage("data.csv line 1: name must be one of [a], was c");
    }
}
