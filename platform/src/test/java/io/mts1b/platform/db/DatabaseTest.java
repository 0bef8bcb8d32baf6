package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.column;
import static io.mts1b.platform.db.Servers.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.db.DatabaseStatus.Held;
import io.mts1b.platform.health.Health;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DatabaseTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final ManualClock CLOCK = new ManualClock(START);

    @TempDir
    private static Path temp;

    private static Database database;

    @BeforeAll
    static void open() throws Exception {
        Database.Surroundings surroundings = new Database.Surroundings(
                Redaction.standard(), CLOCK, Waiter.blocking(), new RandomStreams(1).stream("db"));
        database = Database.open(Servers.embedded(), Servers.prepared(temp.resolve("postgresql")), surroundings);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin_with_an_empty_table() {
        sql(database, "DROP TABLE IF EXISTS t");
        sql(database, "CREATE TABLE t (id int PRIMARY KEY, name text CONSTRAINT short CHECK (length(name) < 10))");
    }

    @Test
    void keeps_what_a_transaction_did_whole_or_not_at_all() {
        int changed = database.tx(connection -> {
            sql(connection, "INSERT INTO t VALUES (1)");
            return connection.createStatement().executeUpdate("INSERT INTO t VALUES (2), (3)");
        });
        assertThat(changed).isEqualTo(2);

        IllegalArgumentException own = new IllegalArgumentException("of the work's own");
        assertThatThrownBy(() -> database.execute(connection -> {
                    sql(connection, "INSERT INTO t VALUES (4)");
                    throw own;
                }))
                .isSameAs(own);
        assertThatThrownBy(() -> database.execute(connection -> {
                    sql(connection, "INSERT INTO t VALUES (5)");
                    sql(connection, "INSERT INTO t VALUES (1)");
                }))
                .isInstanceOf(DatabaseException.class);

        // Who does not want to know of a failure is told all the same that nothing was committed.
        assertThatThrownBy(() -> database.execute(connection -> {
                    sql(connection, "INSERT INTO t VALUES (6)");
                    assertThatThrownBy(() -> sql(connection, "SELEC")).isInstanceOf(SQLException.class);
                }))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.category()).isEqualTo(Category.REFUSED))
                .hasMessageContaining("commit failed on ");

        assertThat(column(database, "SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "3");
    }

    @Test
    void says_what_was_refused_and_where_without_the_values_of_rows() {
        String url = database.status().place();

        assertThatThrownBy(() -> sql(database, "INSERT INTO t VALUES (1, 'hunter2hunter2')"))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.REFUSED);
                    assertThat(e.sqlState()).hasValue("23514");
                })
                .hasMessage("transaction failed on " + url + ": new row for relation \"t\" violates check constraint"
                        + " \"short\", table t, constraint short (SQLSTATE 23514)")
                .hasNoCause();
        assertThatThrownBy(() -> sql(database, "SELEC 'password=hunter2'"))
                .hasMessageContaining("syntax error at or near \"SELEC\" (SQLSTATE 42601)");
        assertThatThrownBy(() -> sql(database, "DO $$ BEGIN RAISE 'password=hunter2'; END $$"))
                .hasMessageContaining("password=[REDACTED]")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void does_again_from_the_beginning_what_was_in_conflict() {
        sql(database, "INSERT INTO t VALUES (1), (2)");
        AtomicInteger attempts = new AtomicInteger();

        // Each of the two reads what the other writes, so they cannot have run one after the other.
        String seen = database.tx(connection -> {
            String count = column(connection, "SELECT count(*) FROM t").getFirst();
            sql(connection, "INSERT INTO t VALUES (" + (100 + Integer.parseInt(count)) + ")");
            if (attempts.incrementAndGet() == 1) {
                CompletableFuture.runAsync(() -> database.execute(other -> {
                            String same =
                                    column(other, "SELECT count(*) FROM t").getFirst();
                            sql(other, "INSERT INTO t VALUES (" + (200 + Integer.parseInt(same)) + ")");
                        }))
                        .join();
            }
            return count;
        });

        assertThat(seen).isEqualTo("3");
        assertThat(attempts).hasValue(2);
        assertThat(column(database, "SELECT id FROM t ORDER BY id")).containsExactly("1", "2", "103", "202");
    }

    @Test
    void gives_up_on_a_conflict_that_does_not_end_and_breaks_deadlocks() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> database.execute(connection -> {
                    attempts.incrementAndGet();
                    sql(connection, "DO $$ BEGIN RAISE SQLSTATE '40P01'; END $$");
                }))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.CONFLICT);
                    assertThat(e.sqlState()).hasValue("40P01");
                });
        assertThat(attempts).hasValue(20);
    }

    @Test
    void sees_of_others_what_it_was_asked_to() {
        TransactionOptions committed = new TransactionOptions(Isolation.READ_COMMITTED, false);
        for (int round = 0; round < 2; round++) {
            String insert = "INSERT INTO t VALUES (" + round + ")";
            List<String> counts = database.tx(round == 0 ? committed : TransactionOptions.SNAPSHOT, connection -> {
                String before = column(connection, "SELECT count(*) FROM t").getFirst();
                CompletableFuture.runAsync(() -> sql(database, insert)).join();
                return List.of(
                        before, column(connection, "SELECT count(*) FROM t").getFirst());
            });
            assertThat(counts).isEqualTo(round == 0 ? List.of("0", "1") : List.of("1", "1"));
        }
        assertThatThrownBy(() -> database.read(connection -> column(connection, "DELETE FROM t RETURNING id")))
                .hasMessageContaining("SQLSTATE 25006");
        assertThat(database.<List<String>>tx(connection -> column(connection, "SHOW transaction_isolation")))
                .containsExactly("serializable");
    }

    @Test
    void refuses_a_transaction_within_a_transaction() {
        assertThatThrownBy(() -> database.execute(_ -> sql(database, "INSERT INTO t VALUES (1)")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("hand on its connection");
        assertThat(column(database, "SELECT count(*) FROM t")).containsExactly("0");
    }

    @Test
    void says_so_when_all_connections_are_taken_and_names_who_keeps_one_too_long() throws Exception {
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        Logger logger = (Logger) LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyLeakTask");
        logger.addAppender(lines);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> holders = Stream.of("one", "two", "three", "four")
                .map(name -> Thread.ofPlatform()
                        .name(name)
                        .start(() -> database.execute(_ -> {
                            try {
                                release.await(1, TimeUnit.MINUTES);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        })))
                .toList();
        try {
            Servers.await("all are taken", () -> database.status().active() == 4);
            assertThatThrownBy(() -> sql(database, "SELECT 1"))
                    .isInstanceOfSatisfying(
                            DatabaseException.class,
                            e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                    .hasMessageContaining("Connection is not available, request timed out after");
            assertThat(database.status().leaks()).isEmpty();

            CLOCK.advance(Duration.ofSeconds(3));

            assertThat(database.status().leaks())
                    .hasSize(4)
                    .contains(new Held("one", START))
                    .extracting(Held::thread)
                    .containsExactlyInAnyOrder("one", "two", "three", "four");
            Servers.await("each is told of in the log", () -> lines.list.size() == 4);
            assertThat(lines.list.getFirst().getFormattedMessage())
                    .startsWith("Connection leak detection triggered for ");
        } finally {
            release.countDown();
            CLOCK.set(START);
            logger.detachAppender(lines);
        }
        for (Thread holder : holders) {
            holder.join();
        }
        assertThat(database.status().leaks()).isEmpty();
        assertThat(database.status().active()).isZero();
        assertThat(database.status().most()).isEqualTo(4);
    }

    @Test
    void answers_whether_it_is_there_even_when_the_server_is_silent() throws Exception {
        assertThat(database.check()).isEqualTo(Health.up());
        ProcessHandle server =
                ProcessHandle.of(database.server().orElseThrow().pid()).orElseThrow();
        long[] pids = LongStream.concat(
                        LongStream.of(server.pid()), server.children().mapToLong(ProcessHandle::pid))
                .toArray();

        Servers.signal("STOP", pids);
        try {
            assertThat(database.check()).isEqualTo(Health.down("database did not answer within PT2S"));
        } finally {
            Servers.signal("CONT", pids);
        }

        Servers.await("it answers", () -> database.check().isUp());
        Servers.await("nothing hangs on", () -> database.status().active() == 0);
    }

    @Test
    void ends_a_statement_that_takes_too_long() {
        assertThatThrownBy(() -> database.execute(connection -> {
                    sql(connection, "SET LOCAL statement_timeout = 20");
                    sql(connection, "SELECT pg_sleep(60)");
                }))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.UNAVAILABLE);
                    assertThat(e.sqlState()).hasValue("57014");
                });
        assertThat(column(database, "SHOW statement_timeout")).containsExactly("20s");
        assertThat(column(database, "SHOW TIME ZONE")).containsExactly("UTC");
    }

    @Test
    void opens_your_own_by_its_url_and_hands_the_driver_what_stands_behind_it() {
        EmbeddedPostgres server = database.server().orElseThrow();
        try (Database own = Database.open(
                Servers.own(server.url() + "?ApplicationName=ours", server.user(), server.password()),
                temp,
                Servers.surroundings())) {
            assertThat(column(own, "SHOW application_name")).containsExactly("ours");
            assertThat(own.status().place()).isEqualTo(server.url());
        }

        DatabaseSettings wrong = Servers.own(server.url(), server.user(), Secret.of("correct-horse-battery"));
        assertThatThrownBy(() -> Database.open(wrong, temp, Servers.surroundings()))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.REFUSED);
                    assertThat(e.sqlState()).hasValue("28P01");
                })
                .hasMessageContaining("no connection to " + server.url())
                .hasMessageNotContaining("correct-horse");
        DatabaseSettings tls = Servers.own(server.url() + "?sslmode=verify-full", server.user(), server.password());
        assertThatThrownBy(() -> Database.open(tls, temp, Servers.surroundings()))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.sqlState()).hasValue("08004"));
    }
}
