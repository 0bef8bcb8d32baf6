package io.mts1b.datalake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.datalake.LakeException;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.platform.db.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetFileTest {

    @TempDir
    private Path folder;

    @Test
    void writes_types_that_other_programs_understand() throws Exception {
        Path file = folder.resolve("deep/table.parquet");
        ParquetFile.write(
                file,
                List.of(
                        new ParquetColumn.Texts("name", List.of("a'b", "Größe")),
                        new ParquetColumn.Dates("day", List.of(LocalDate.of(1928, 10, 1), LocalDate.of(2024, 2, 29))),
                        new ParquetColumn.Instants("at", List.of(Instant.parse("1928-10-01T20:00:00Z"), Instant.EPOCH)),
                        new ParquetColumn.Decimals("price", List.of(Decimal.parse("-1.25"), Decimal.parse("3"))),
                        new ParquetColumn.Reals("weight", List.of(0.1, -2.5)),
                        new ParquetColumn.Integers("count", List.of(1L, Long.MAX_VALUE))));

        try (Connection duck = DuckDb.openInMemory(List.of(folder));
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name, day, \"at\"::VARCHAR, price, weight, count, typeof(price) FROM read_parquet('"
                                + file + "')")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("a'b");
            assertThat(rows.getString(2)).isEqualTo("1928-10-01");
            assertThat(rows.getString(3)).isEqualTo("1928-10-01 20:00:00+00");
            assertThat(rows.getString(4)).isEqualTo("-1.25");
            assertThat(rows.getDouble(5)).isEqualTo(0.1);
            assertThat(rows.getString(7)).isEqualTo("DECIMAL(18,2)");
            rows.next();
            assertThat(rows.getLong(6)).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void refuses_what_is_not_a_table() {
        Path file = folder.resolve("t.parquet");
        ParquetColumn one = new ParquetColumn.Integers("a", List.of(1L));

        assertThatThrownBy(() -> ParquetFile.write(file, List.of())).hasMessage("columns must not be empty");
        assertThatThrownBy(() ->
                        ParquetFile.write(file, List.of(one, new ParquetColumn.Integers("b", List.of(1L, 2L)))))
                .hasMessage("column b must have 1 rows, had 2");
        assertThatThrownBy(() -> ParquetFile.write(file, List.of(one, one)))
                .hasMessage("names of columns must differ, were [a, a]");
        assertThatThrownBy(() -> new ParquetColumn.Texts("No Name", List.of()))
                .hasMessage("name must be lower-case words joined by _, was 'No Name'");
        assertThatThrownBy(() -> new ParquetColumn.Instants("at", List.of(Instant.EPOCH.plusNanos(1))))
                .hasMessage("at must be whole microseconds, was 1970-01-01T00:00:00.000000001Z");
        assertThat(file).doesNotExist();
    }

    @Test
    void leaves_the_old_file_alone_when_the_new_one_fails() throws Exception {
        Path file = folder.resolve("t.parquet");
        ParquetFile.write(file, List.of(new ParquetColumn.Integers("a", List.of(1L))));
        byte[] before = Files.readAllBytes(file);
        // The name that a new file is written under is taken by a folder.
        Files.createDirectories(folder.resolve("t.parquet.partial/in the way"));

        assertThatThrownBy(() -> ParquetFile.write(file, List.of(new ParquetColumn.Integers("a", List.of(2L)))))
                .isInstanceOf(LakeException.class)
                .hasMessage("cannot write " + file);
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }
}
