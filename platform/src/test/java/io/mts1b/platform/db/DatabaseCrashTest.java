package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.column;
import static io.mts1b.platform.db.Servers.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.db.DatabaseException.Category;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bad day: the server is killed while transactions run. */
class DatabaseCrashTest {

    private static final int KILLS = 3;
    private static final int WRITERS = 3;

    @TempDir
    private Path temp;

    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> unknown = ConcurrentHashMap.newKeySet();
    private final Set<Integer> undone = ConcurrentHashMap.newKeySet();
    private final Set<Category> surprises = ConcurrentHashMap.newKeySet();

    @Test
    void all_that_was_acknowledged_is_there_and_the_pool_comes_back_by_itself() throws Exception {
        try (Database database = Database.open(
                Servers.embedded(), Servers.prepared(temp.resolve("postgresql")), Servers.surroundings())) {
            sql(database, "CREATE TABLE n (n int PRIMARY KEY, half int)");
            EmbeddedPostgres server = database.server().orElseThrow();
            List<Thread> writers = Stream.generate(() -> Thread.ofPlatform().start(() -> write(database)))
                    .limit(WRITERS)
                    .toList();
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMore();
                Servers.signal("KILL", server.pid());
                int before = kill;
                Servers.await("it is started again", () -> server.restarts() == before + 1);
            }
            awaitMore();
            // One that only serves a connection: the server lives, and throws all connections out to be sure.
            Servers.signal("KILL", backend(database));
            awaitMore();
            enough.set(true);
            for (Thread writer : writers) {
                writer.join();
            }

            Servers.await("it is well", () -> database.check().isUp());
            assertThat(surprises).isEmpty();
            Set<Integer> kept = column(database, "SELECT n FROM n WHERE half = n").stream()
                    .map(Integer::valueOf)
                    .collect(Collectors.toSet());
            assertThat(kept).as("acknowledged").containsAll(acknowledged);
            assertThat(kept).as("said to be undone").doesNotContainAnyElementsOf(undone);
            kept.removeAll(acknowledged);
            assertThat(unknown).as("there without a word").containsAll(kept);
            assertThat(column(database, "SELECT count(*) FROM n WHERE half IS NULL"))
                    .as("half done")
                    .containsExactly("0");
            assertThat(database.status().restarts()).isEqualTo(KILLS);
        }
    }

    private static long backend(Database database) {
        return Long.parseLong(column(database, "SELECT pg_backend_pid()").getFirst());
    }

    private void write(Database database) {
        while (!enough.get()) {
            int n = next.incrementAndGet();
            try {
                database.execute(connection -> {
                    sql(connection, "INSERT INTO n VALUES (" + n + ")");
                    sql(connection, "UPDATE n SET half = n WHERE n = " + n);
                });
                acknowledged.add(n);
            } catch (DatabaseException e) {
                switch (e.category()) {
                    case UNKNOWN -> unknown.add(n);
                    case UNAVAILABLE, CONFLICT -> undone.add(n);
                    case REFUSED -> surprises.add(e.category());
                }
            }
        }
    }

    private void awaitMore() throws Exception {
        int before = acknowledged.size();
        Servers.await("more transactions are acknowledged", () -> acknowledged.size() >= before + 50);
    }
}
