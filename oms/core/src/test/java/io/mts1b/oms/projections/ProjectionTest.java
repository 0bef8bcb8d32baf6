package io.mts1b.oms.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Desk;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.SampleLog;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.db.DatabaseException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ProjectionTest {

    private static final int EVERYTHING = 1_000_000;

    @TempDir
    private Path folder;

    private Path journal = Path.of("");
    private Database database = Postgres.empty();

    @BeforeEach
    void place() {
        journal = folder.resolve("journal");
        database = Postgres.empty();
    }

    private long follow(int atMost) {
        long written = 0;
        try (Projection projection = Projection.open(database, journal, folder.resolve("scratch"))) {
            for (long some = projection.advance(atMost); some > 0; some = projection.advance(atMost)) {
                written += some;
            }
        }
        return written;
    }

    private ProjectionCheck.Report check() {
        return ProjectionCheck.of(database, journal, folder.resolve("checked"), _ -> {});
    }

    @Test
    void shows_orders_fills_positions_funds_and_events() {
        long events = BusyLog.scripted(journal).size();

        assertThat(follow(EVERYTHING)).isEqualTo(events);

        assertThat(Postgres.rows("SELECT order_id, status, ordered, filled, average_price, limit_price, reason, thesis"
                        + " FROM oms.orders ORDER BY order_id"))
                .containsExactly(
                        "o-0|submitted|1|0|null|null|null|",
                        "o-1|filled|100|100|100.35|101.25|null|it \"rises\"; \\ and {more}, NULL",
                        "o-2|accepted|10|0|null|null|null|",
                        "o-3|denied|9000|0|null|null|ORDER_NOTIONAL_ABOVE_LIMIT POSITION_ABOVE_LIMIT|",
                        "o-4|filled|100|100|102.125|null|null|",
                        "o-5|filled|7|7|102|null|null|");
        assertThat(Postgres.rows("SELECT fill_id, side, quantity, price, fee, fee_currency, busted_at IS NULL"
                        + " FROM oms.fills ORDER BY fill_id"))
                .containsExactly(
                        "f-1|buy|40|100.5|1|USD|t",
                        "f-2|buy|60|100.25|1|USD|t",
                        "f-3|buy|5|100|1|USD|f",
                        "f-4|sell|100|102.125|1|USD|t",
                        "f-5|short|7|102|1|USD|t");
        assertThat(Postgres.rows(
                        "SELECT instrument, quantity, average_price, lots, realized_pnl, fees FROM oms.positions"))
                .containsExactly("AAPL.XNAS|-7|102.00000000|1|177.5|4");
        assertThat(Postgres.rows("SELECT fund, name FROM oms.funds")).containsExactly("alpha|Alpha");
        assertThat(Postgres.rows("SELECT fund, currency, cash FROM oms.balances"))
                .containsExactly("alpha|USD|1000887.5");
        assertThat(Postgres.rows("SELECT count(*), max(sequence) FROM oms.events"))
                .containsExactly(events + "|" + events);
        assertThat(Postgres.rows("SELECT kind, order_status, record->'event'->>'kind' FROM oms.events"
                        + " WHERE order_id = 'o-4' ORDER BY sequence"))
                .startsWith("order_received|created|null", "order_decided|approved|null");
        // The log has nanoseconds, the database microseconds, cut and not rounded.
        assertThat(Postgres.rows("SELECT created_at FROM oms.orders WHERE order_id = 'o-5'"))
                .containsExactly("2024-05-06 20:00:00.000001+00");
    }

    @Test
    void tables_of_the_first_version_are_made_again_from_the_log() throws IOException {
        long events = BusyLog.scripted(journal).size();
        Path migrations = Files.createDirectories(folder.resolve("first/db/oms"));
        try (InputStream script = Objects.requireNonNull(
                Projection.class.getClassLoader().getResourceAsStream("db/oms/V1__projections.sql"))) {
            Files.copy(script, migrations.resolve("V1__projections.sql"));
        }
        URL[] first = {folder.resolve("first").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(first, null)) {
            assertThat(database.migrate("oms", loader)).isEqualTo(1);
        }
        Postgres.sql("INSERT INTO oms.funds VALUES ('old', 'Old', 'USD', 5);"
                + " INSERT INTO oms.events (sequence, kind, record) VALUES (1, 'fund_opened', '{}');"
                + " INSERT INTO oms.positions VALUES ('old', 'AAPL.XNAS', 1, 1, 1, 1, 1, 'USD');"
                + " UPDATE oms.projection SET position = 1, log_hash = 'of then'");

        assertThat(follow(EVERYTHING)).isEqualTo(events);
        assertThat(check().differences()).isEmpty();
        assertThat(Postgres.rows("SELECT fund FROM oms.funds")).containsExactly("alpha");
    }

    @Test
    void corporate_actions_move_positions_and_cash_without_a_fill() {
        List<OmsEvent> events = BusyLog.simulated(10);
        OmsState state = new OmsState();
        events.forEach(state::apply);
        FundId fund = state.funds().getFirst().fund();
        InstrumentId held = state.positions(fund).firstKey();
        List<OmsEvent> more = new ArrayList<>(events);
        state.forEachOrder(order -> {
            if (!order.status().isFinal()) {
                more.add(new OmsEvent.OrderChanged(
                        new OrderEvent.Canceled(order.order().orderId(), Desk.NOW, "before the action")));
            }
        });
        ActorId ops = new ActorId("ops");
        more.add(new OmsEvent.CorporateActionApplied(
                new CorporateAction.CashDividend("d", held, Desk.NOW, Money.parse("0.5 EUR")), ops, Desk.NOW));
        more.add(new OmsEvent.CorporateActionApplied(
                new CorporateAction.Split("s", held, Desk.NOW, UnitRatio.parse("3:1")), ops, Desk.NOW));
        more.add(new OmsEvent.DividendPaid("d", ops, Desk.NOW));
        SampleLog.write(journal, more);

        follow(EVERYTHING);

        Decimal units = Objects.requireNonNull(state.positions(fund).get(held));
        assertThat(Postgres.rows("SELECT trim_scale(quantity) FROM oms.positions WHERE instrument = '" + held + "'"))
                .containsExactly(units.times(Decimal.of(3)).toString());
        assertThat(Postgres.rows("SELECT trim_scale(cash) FROM oms.balances WHERE currency = 'EUR'"))
                .containsExactly(units.times(Decimal.parse("0.5")).toString());
        assertThat(check().isSound()).isTrue();
    }

    @Test
    void shows_the_execution_tables_of_the_market_platform() {
        BusyLog.scripted(journal);
        follow(EVERYTHING);

        String manager = Postgres.rows("SELECT 'alpha/momentum/' || sequence FROM oms.target_sets")
                .getFirst();
        assertThat(Postgres.rows("SELECT unique_identifier, target_time, status, execution_end, metadata_json"
                        + " FROM oms.ms_markets__ordermanager"))
                .containsExactly(manager + "|2024-05-06 20:00:00+00|executing|null|{\"strategy\" : \"momentum\","
                        + " \"orders\" : 5}");
        assertThat(Postgres.rows("SELECT order_identifier, account_identifier, order_manager_identifier, order_side,"
                        + " quantity, filled_quantity, filled_price, order_type FROM oms.ms_markets__ordersts"
                        + " ORDER BY order_identifier"))
                .contains(
                        "o-0|alpha|null|1|1|0|null|market",
                        "o-1|alpha|" + manager + "|1|100|100|100.35|limit",
                        "o-5|alpha|" + manager + "|-1|7|7|102|market");
        assertThat(Postgres.rows("SELECT trade_identifier, trade_side, quantity, price, commission,"
                        + " commission_asset_identifier FROM oms.ms_markets__tradests ORDER BY trade_identifier"))
                .containsExactly(
                        "f-1|1|40|100.5|1|USD",
                        "f-2|1|60|100.25|1|USD",
                        "f-4|-1|100|102.125|1|USD",
                        "f-5|-1|7|102|1|USD");
        assertThat(Postgres.rows("SELECT asset_uid = target_uid, weight_notional_exposure"
                        + " FROM oms.ms_markets__targetpositionsts ORDER BY 2"))
                .containsExactly("t|-0.3333333333333333", "t|0.1");
        assertThat(Postgres.rows("SELECT order_status FROM oms.ms_markets__ordereventsts"
                        + " WHERE order_identifier = 'o-3' ORDER BY event_sequence"))
                .containsExactly("created", "denied");
    }

    @Test
    void is_the_same_in_any_batches_and_made_again() {
        SampleLog.write(journal, BusyLog.simulated(3));
        follow(EVERYTHING);
        List<String> once = Postgres.everything();
        assertThat(check().isSound()).isTrue();
        assertThat(check().rows().get("fills")).isGreaterThan(10);

        for (int atMost : new int[] {1, 7, 100}) {
            Projection.clear(database);
            assertThat(Postgres.rows("SELECT * FROM oms.orders")).isEmpty();
            follow(atMost);
            assertThat(Postgres.everything()).isEqualTo(once);
        }
        // Nothing new, nothing done.
        assertThat(follow(7)).isZero();
    }

    /** What is shown is right by another way too: the books themselves. */
    @Test
    void agrees_with_the_books_on_every_simulated_log() {
        for (long seed = 10; seed < 16; seed++) {
            database = Postgres.empty();
            journal = folder.resolve("journal-" + seed);
            List<OmsEvent> events = BusyLog.simulated(seed);
            SampleLog.write(journal, events);
            follow(50);
            OmsState state = new OmsState();
            events.forEach(state::apply);

            assertThat(check().differences()).isEmpty();
            state.funds().forEach(fund -> {
                assertThat(Postgres.rows("SELECT trim_scale(cash) || ' ' || currency FROM oms.balances WHERE fund = '"
                                + fund.fund() + "'"))
                        .containsExactly(state.balances(fund.fund()).toString());
                // The fills that stand add up to the positions, unless units became others.
                assertThat(Postgres.rows(
                                "SELECT * FROM (SELECT instrument, sum(CASE WHEN side IN ('buy', 'cover') THEN quantity"
                                        + " ELSE -quantity END) FROM oms.fills WHERE busted_at IS NULL AND fund = '"
                                        + fund.fund() + "' GROUP BY instrument EXCEPT SELECT instrument, quantity FROM"
                                        + " oms.positions WHERE fund = '" + fund.fund()
                                        + "') differing WHERE instrument NOT IN"
                                        + " (SELECT one FROM oms.events, LATERAL (VALUES"
                                        + " (record->'action'->>'instrument'), (record->'action'->>'into'),"
                                        + " (record->'action'->>'spun')) AS concerned (one) WHERE one IS NOT NULL AND"
                                        + " kind = 'corporate_action_applied'"
                                        + " AND record->'action'->>'type' <> 'cash_dividend')"))
                        .isEmpty();
            });
            assertThat(Postgres.rows("SELECT order_id FROM oms.orders o WHERE filled <> (SELECT coalesce(sum(quantity),"
                            + " 0) FROM oms.fills f WHERE f.order_id = o.order_id AND busted_at IS NULL)"))
                    .isEmpty();
        }
    }

    @Test
    void follows_a_log_that_grows() {
        List<OmsEvent> events = BusyLog.simulated(4);
        SampleLog.write(journal, events.subList(0, 40));
        try (Projection projection = Projection.open(database, journal, folder.resolve("scratch"))) {
            assertThat(projection.advance(1_000)).isEqualTo(40);
            assertThat(projection.advance(1_000)).isZero();
            SampleLog.write(journal, events.subList(40, 90));
            assertThat(projection.advance(30)).isEqualTo(30);
            assertThat(projection.advance(30)).isEqualTo(20);
            assertThat(projection.position()).isEqualTo(90);
        }
        assertThat(check().events()).isEqualTo(90);
        assertThat(check().differences()).isEmpty();
    }

    /** Each statement of each transaction is once the last one its connection carries out. */
    @Test
    void writes_the_same_rows_when_connections_are_killed_anywhere() {
        SampleLog.write(journal, BusyLog.simulated(5));
        follow(EVERYTHING);
        List<String> undisturbed = Postgres.everything();
        int statements = Table.values().length + 1;
        Postgres.sql("""
                CREATE SEQUENCE oms.steps;
                CREATE FUNCTION oms.kill() RETURNS TRIGGER LANGUAGE plpgsql AS $$ BEGIN
                  IF nextval('oms.steps') %% %d = 0 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                  RETURN NULL;
                END $$
                """.formatted(statements));
        for (String table : List.of("events", "funds", "orders", "fills", "positions")) {
            Postgres.sql("CREATE TRIGGER kill AFTER INSERT ON oms." + table + " EXECUTE FUNCTION oms.kill()");
        }
        Postgres.sql("CREATE TRIGGER kill AFTER UPDATE ON oms.projection EXECUTE FUNCTION oms.kill()");
        int killed = 0;
        for (int offset = 0; offset < statements; offset++) {
            Postgres.sql("ALTER TABLE oms.projection DISABLE TRIGGER kill");
            Projection.clear(database);
            Postgres.sql("ALTER TABLE oms.projection ENABLE TRIGGER kill");
            Postgres.sql("SELECT setval('oms.steps', " + (offset + 1) + ")");
            killed += followThroughKills(offset % 2 == 0);

            assertThat(Postgres.everything()).isEqualTo(undisturbed);
        }
        assertThat(killed).isGreaterThan(30);
    }

    /** Goes on after each kill, in the same process or in a new one, and returns how many there were. */
    private int followThroughKills(boolean sameProcess) {
        int killed = 0;
        // Else the pool tells of each, at length.
        Logger pool = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari");
        pool.setLevel(Level.ERROR);
        Projection projection = Projection.open(database, journal, folder.resolve("scratch"));
        try {
            while (true) {
                try {
                    if (projection.advance(60) == 0) {
                        return killed;
                    }
                } catch (DatabaseException e) {
                    killed++;
                    if (!sameProcess) {
                        projection.close();
                        projection = Projection.open(database, journal, folder.resolve("scratch"));
                    }
                }
            }
        } finally {
            projection.close();
            pool.setLevel(null);
        }
    }

    @Test
    void counts_a_batch_once_that_was_committed_without_our_knowing() {
        SampleLog.write(journal, BusyLog.simulated(6));
        try (Projection one = Projection.open(database, journal, folder.resolve("scratch"));
                Projection other = Projection.open(database, journal, folder.resolve("other"))) {
            one.advance(30);
            // To the other this looks as if its own transaction had been committed already.
            assertThat(other.advance(30)).isEqualTo(30);
            other.advance(10);
            assertThatThrownBy(() -> one.advance(30))
                    .isInstanceOf(ProjectionException.class)
                    .hasMessageContaining("must follow 30 events")
                    .hasMessageContaining("follow 40: somebody else writes them");
        }
        assertThat(check().differences()).isEmpty();
    }

    @Test
    void refuses_another_log_and_one_that_lost_its_end() {
        List<OmsEvent> events = BusyLog.simulated(7);
        SampleLog.write(journal, events);
        follow(EVERYTHING);
        Path shorter = folder.resolve("shorter");
        SampleLog.write(shorter, events.subList(0, 20));
        Path other = folder.resolve("other");
        SampleLog.write(other, BusyLog.simulated(8));

        for (Path wrong : List.of(shorter, other)) {
            assertThatThrownBy(() -> Projection.open(database, wrong, folder.resolve("scratch")))
                    .isInstanceOf(ProjectionException.class)
                    .hasMessageContaining("tables must follow the log " + wrong);
            assertThatThrownBy(() -> ProjectionCheck.of(database, wrong, folder.resolve("checked"), _ -> {}))
                    .isInstanceOf(ProjectionException.class);
        }
        assertThat(check().isSound()).isTrue();
    }

    @Test
    void finds_every_row_that_is_not_as_it_should_be() {
        BusyLog.scripted(journal);
        follow(EVERYTHING);
        Postgres.sql("UPDATE oms.orders SET filled = 99 WHERE order_id = 'o-1'");
        Postgres.sql("DELETE FROM oms.fills WHERE fill_id = 'f-4'");
        Postgres.sql("INSERT INTO oms.funds VALUES ('ghost', 'Ghost', 'USD')");
        Postgres.sql("UPDATE oms.events SET record = '{}' WHERE sequence = 3");
        Postgres.sql("INSERT INTO oms.events SELECT 10000, at, kind, fund, order_id, order_status, record"
                + " FROM oms.events WHERE sequence = 1");
        Postgres.sql("UPDATE oms.targets SET weight = 0.1000000000000001 WHERE weight = 0.1");
        Postgres.sql("UPDATE oms.positions SET quantity = -7.0");

        ProjectionCheck.Report report = check();

        assertThat(report.wrong()).isEqualTo(6);
        assertThat(report.differences())
                .anySatisfy(one ->
                        assertThat(one).startsWith("events 3: record must be {").endsWith(", was {}"))
                .contains(
                        "events 10000: must not be there",
                        "funds ghost: must not be there",
                        "orders o-1: filled must be 100, was 99",
                        "fills o-4 f-4: must be there")
                .anySatisfy(one -> assertThat(one).startsWith("targets ").contains("weight must be 0.1, was 0.1000"));
    }
}
