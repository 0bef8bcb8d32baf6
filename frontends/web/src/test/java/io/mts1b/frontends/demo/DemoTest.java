package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.FolderBytes;
import io.mts1b.frontends.SmallMarket;
import io.mts1b.marketdata.DailyBar;
import io.mts1b.marketdata.DailySeries;
import io.mts1b.reportslibrary.run.DecisionRow;
import io.mts1b.reportslibrary.run.EquityRow;
import io.mts1b.reportslibrary.run.RunResults;
import io.mts1b.reportslibrary.run.RunStore;
import io.mts1b.reportslibrary.run.TradeRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The main job on a small market. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {

    private static final long SEED = 3;

    @TempDir
    private static Path temp;

    private CommandRun run = new CommandRun(-1, "", "");

    @BeforeAll
    void runOnce() throws Exception {
        SmallMarket.write(temp.resolve("market.csv"), SEED);
        run = demo("first");
    }

    private static CommandRun demo(String out) {
        return CommandRun.of(
                "demo",
                "--json",
                "--data",
                temp.resolve("market.csv").toString(),
                "--out",
                temp.resolve(out).toString());
    }

    private static RunResults results() {
        return RunStore.read(temp.resolve("first"));
    }

    @Test
    void leaves_everything_that_was_promised() throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(FolderBytes.of(temp.resolve("first")).keySet())
                .contains("report.html", "trades.parquet", "equity.parquet", "summary.json");
        assertThat(run.err())
                .contains("market.csv: CSV, a row per instrument and date, 2785 rows")
                .contains("2017-12-29  100 %");
        String summary = Files.readString(temp.resolve("first").resolve("summary.json"));
        assertThat(run.out()).startsWith("{\"simulated\":false,\"state_hash\":\"");
        assertThat(summary).contains(results().stateHash());
    }

    @Test
    void gives_the_same_bytes_again() throws Exception {
        assertThat(demo("second").code()).isZero();

        assertThat(FolderBytes.of(temp.resolve("second"))).isEqualTo(FolderBytes.of(temp.resolve("first")));
    }

    @Test
    void replaces_an_earlier_run() throws Exception {
        assertThat(CommandRun.of(
                                "demo",
                                "--data",
                                SmallMarket.write(temp.resolve("other.csv"), SEED + 1)
                                        .toString(),
                                "--out",
                                temp.resolve("third").toString())
                        .code())
                .isZero();
        assertThat(FolderBytes.of(temp.resolve("third"))).isNotEqualTo(FolderBytes.of(temp.resolve("first")));

        assertThat(demo("third").code()).isZero();

        assertThat(FolderBytes.of(temp.resolve("third"))).isEqualTo(FolderBytes.of(temp.resolve("first")));
    }

    /** The books again, by hand: what was paid and what is held at the last close, to the last digit. */
    @Test
    void values_the_fund_as_its_fills_and_the_closes_say() {
        RunResults results = results();
        SortedMap<LocalDate, SortedMap<String, Decimal>> closes = closes();
        SortedMap<String, Decimal> held = new TreeMap<>();
        SortedMap<String, Decimal> last = new TreeMap<>();
        Decimal cash = Decimal.of(1_000_000);
        Iterator<TradeRow> trades = results.trades().iterator();
        TradeRow trade = trades.next();
        assertThat(results.equity()).hasSize(closes.size());
        for (EquityRow row : results.equity()) {
            while (trade != null && trade.session().equals(row.session())) {
                Fill fill = trade.fill();
                Decimal bought = fill.side().signed(fill.quantity());
                held.merge(fill.instrument().symbol().toString(), bought, Decimal::plus);
                cash = cash.minus(bought.times(fill.price().value()))
                        .minus(fill.fee().amount());
                trade = trades.hasNext() ? trades.next() : null;
            }
            last.putAll(closes.getOrDefault(row.session(), new TreeMap<>()));
            Decimal value = Decimal.ZERO;
            for (String symbol : held.keySet()) {
                value = value.plus(
                        held.getOrDefault(symbol, Decimal.ZERO).times(last.getOrDefault(symbol, Decimal.ZERO)));
            }
            assertThat(row.cash()).as("cash of " + row.session()).isEqualTo(cash);
            assertThat(row.positionsValue()).as("positions of " + row.session()).isEqualTo(value);
            assertThat(row.nav()).as("value of " + row.session()).isEqualTo(cash.plus(value));
        }
        assertThat(trade).isNull();
    }

    private static SortedMap<LocalDate, SortedMap<String, Decimal>> closes() {
        SortedMap<LocalDate, SortedMap<String, Decimal>> closes = new TreeMap<>();
        for (DailySeries series : SmallMarket.bars(SEED).series()) {
            for (DailyBar bar : series.bars()) {
                closes.computeIfAbsent(bar.date(), _ -> new TreeMap<>())
                        .put(series.symbol().toString(), bar.range().close().value());
            }
        }
        return closes;
    }

    @Test
    void fills_what_was_decided_at_the_open_of_the_next_session_and_worse_by_the_slippage() {
        RunResults results = results();
        SortedMap<String, DecisionRow> decisions = new TreeMap<>();
        results.decisions().forEach(row -> decisions.put(row.orderId().value(), row));
        List<LocalDate> sessions =
                results.equity().stream().map(EquityRow::session).toList();
        assertThat(results.trades()).hasSizeGreaterThan(50);
        for (TradeRow trade : results.trades()) {
            DecisionRow decision =
                    Objects.requireNonNull(decisions.get(trade.fill().orderId().value()));
            int decided = sessions.indexOf(decision.session());
            assertThat(trade.session()).isEqualTo(sessions.get(decided + 1));
            assertThat(decision.approved()).isTrue();
            double open = open(trade);
            double worse =
                    trade.fill().side().sign() * (trade.fill().price().value().toReal() - open);
            // Two basis points, and then to the next cent against us.
            assertThat(worse).isBetween(0.0002 * open - 1e-9, 0.0002 * open + 0.01 + 1e-9);
        }
    }

    private static double open(TradeRow trade) {
        return SmallMarket.bars(SEED).series().stream()
                .filter(series ->
                        series.symbol().equals(trade.fill().instrument().symbol()))
                .flatMap(series -> series.bars().stream())
                .filter(bar -> bar.date().equals(trade.session()))
                .map(bar -> bar.range().open().value().toReal())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void decides_on_the_last_session_of_months_alone() {
        assertThat(results().decisions()).isNotEmpty().allSatisfy(row -> {
            LocalDate next = row.session().plusDays(1);
            while (next.getDayOfWeek().getValue() > 5) {
                next = next.plusDays(1);
            }
            // Good Friday and the days after it never end a month in these years; New Year does not either.
            assertThat(next.getMonth()).isNotEqualTo(row.session().getMonth());
        });
    }
}
