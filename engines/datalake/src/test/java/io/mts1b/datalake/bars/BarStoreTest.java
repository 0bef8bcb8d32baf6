package io.mts1b.datalake.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.datalake.LakeException;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.PanelField;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.testkit.ForAll;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarStoreTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    @TempDir
    private Path root;

    @Test
    void gives_back_what_was_stored_ordered_and_exact() {
        BarStore store = new BarStore(root);
        ForAll.cases(20, random -> {
            List<SessionBar> bars = new ArrayList<>();
            int scale = random.nextInt(0, 13);
            for (String symbol : List.of("B.X", "A.X", "C.C.X")) {
                for (int day = 0; day < random.nextInt(1, 30); day++) {
                    Price price = new Price(new Decimal(random.nextLong(1, 1_000_000_000_000L), scale));
                    bars.add(bar(symbol, DAY.plusDays(day), price, random.nextLong(1L << 40)));
                }
            }
            Collections.shuffle(bars, new java.util.Random(random.nextLong()));

            store.write("daily", bars);

            List<SessionBar> read =
                    store.read("daily").values().stream().flatMap(List::stream).toList();
            assertThat(read).containsExactlyInAnyOrderElementsOf(bars);
            assertThat(store.read("daily").values())
                    .allSatisfy(series -> assertThat(series)
                            .isSortedAccordingTo((a, b) -> a.session().compareTo(b.session())));
        });
    }

    @Test
    void keeps_prices_that_need_all_digits() {
        BarStore store = new BarStore(root);
        SessionBar fine = bar("A.X", DAY, Price.parse("0.000000000001"), 1);
        SessionBar coarse = bar("A.X", DAY.plusDays(1), Price.parse("999999999999"), 1);

        store.write("daily", List.of(fine, coarse));

        assertThat(store.read("daily").get(InstrumentId.parse("A.X"))).containsExactly(fine, coarse);
    }

    @Test
    void writes_the_same_bytes_for_the_same_bars() throws IOException {
        List<SessionBar> bars = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int day = 0; day < 5_000; day++) {
            bars.add(bar("A.X", DAY.plusDays(day), new Price(new Decimal(random.nextLong(1, 99_999), 2)), day));
        }

        new BarStore(root.resolve("a")).write("daily", bars);
        new BarStore(root.resolve("b")).write("daily", bars.reversed());

        assertThat(Files.readAllBytes(root.resolve("a/bars/daily.parquet")))
                .isEqualTo(Files.readAllBytes(root.resolve("b/bars/daily.parquet")));
        assertThat(root.resolve("a/bars")).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void refuses_a_session_twice_and_names_that_are_paths() {
        BarStore store = new BarStore(root);
        SessionBar bar = bar("A.X", DAY, Price.parse("1"), 1);

        assertThatThrownBy(() -> store.write("daily", List.of(bar, bar)))
                .hasMessageStartingWith("session must be there once");
        assertThatThrownBy(() -> store.write("../daily", List.of(bar)))
                .hasMessageStartingWith("dataSet must be 1 to 64");
    }

    @Test
    void says_what_is_missing_or_damaged() throws IOException {
        BarStore store = new BarStore(root);
        assertThatThrownBy(() -> store.read("daily"))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("no data set daily, looked for ");

        Files.createDirectories(root.resolve("bars"));
        Files.write(root.resolve("bars/daily.parquet"), "PAR1".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> store.read("daily"))
                .isInstanceOf(LakeException.class)
                .hasMessageStartingWith("cannot read data set daily from ");
    }

    @Test
    void lays_series_side_by_side_with_gaps() {
        BarStore store = new BarStore(root);
        store.write(
                "daily",
                List.of(
                        bar("A.X", DAY, Price.parse("1"), 10),
                        bar("A.X", DAY.plusDays(2), Price.parse("3"), 30),
                        bar("B.X", DAY.plusDays(1), Price.parse("2"), 20)));

        UniversePanel panel = Panels.of(store.read("daily"));

        assertThat(panel.dates()).containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
        assertThat(panel.instruments()).containsExactly(InstrumentId.parse("A.X"), InstrumentId.parse("B.X"));
        assertThat(panel.column(PanelField.CLOSE, 0)).containsExactly(1, Double.NaN, 3);
        assertThat(panel.column(PanelField.VOLUME, 1)).containsExactly(Double.NaN, 20, Double.NaN);
        for (PanelField field : PanelField.values()) {
            assertThat(panel.has(field)).isTrue();
        }
    }

    private static SessionBar bar(String instrument, LocalDate session, Price price, long volume) {
        return new SessionBar(
                session,
                new Bar(
                        InstrumentId.parse(instrument),
                        BarInterval.DAY_1,
                        session.atTime(21, 0).toInstant(ZoneOffset.UTC),
                        PriceRange.flat(price),
                        Quantity.of(volume)));
    }
}
