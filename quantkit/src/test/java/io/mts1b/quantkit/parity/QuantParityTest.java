package io.mts1b.quantkit.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.quantkit.parity.Row.Verdict;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every golden of the shared data, and the page about them. */
@Tag(SharedData.TAG)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuantParityTest {

    private List<Sheet> sheets = List.of();

    @BeforeAll
    void compute() {
        SharedData.path("quant_goldens");
        sheets = ParityPage.sheets();
    }

    @Test
    void no_number_is_wrong() {
        for (Sheet sheet : sheets) {
            assertThat(sheet.rows()).as(sheet.file()).isNotEmpty().noneMatch(row -> row.verdict() == Verdict.WRONG);
        }
        assertThat(sheets.stream()
                        .flatMap(sheet -> sheet.rows().stream())
                        .filter(row -> row.verdict() == Verdict.OK)
                        .mapToInt(Row::numbers)
                        .sum())
                .isGreaterThan(80_000);
    }

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        Path page = Path.of("../docs/quant-parity.md");
        String now = ParityPage.markdown(sheets);
        if ("write".equals(System.getProperty("mts.parity"))) {
            Files.writeString(page, now);
        }
        String written = Files.exists(page) ? Files.readString(page) : "";
        List<String> old = new ArrayList<>(written.lines().toList());
        old.removeAll(now.lines().toList());
        assertThat(written.equals(now))
                .as(
                        "%s must say what the code says, and has %s: look at what changed, and write it anew: %s",
                        page, old, ParityPage.COMMAND)
                .isTrue();
    }
}
