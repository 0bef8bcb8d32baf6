package io.mts1b.platform.db;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.db.DatabaseSettings.Embedded;
import io.mts1b.platform.db.DatabaseSettings.Pool;
import io.mts1b.platform.db.DatabaseSettings.Timeouts;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What tests of real servers share: programs unpacked once, settings, and words for short. */
final class Servers {

    /** Made when it is asked for, which processes do not that are to be killed, and would leave it behind. */
    private static final class Programs {

        static final Path FOLDER = temporaryFolder();
    }

    /** A folder as the first start leaves it, made once, because that takes a second of a whole core. */
    private static final class Prepared {

        static final Path FOLDER = programs().resolve("prepared");

        static {
            EmbeddedPostgres.start(FOLDER, embedded(), surroundings()).close();
        }
    }

    private Servers() {}

    /** Returns where programs go: not below the project, where another account may not look. */
    static Path programs() {
        return Programs.FOLDER;
    }

    /** Makes a folder that was started before. */
    static Path prepared(Path folder) throws IOException, InterruptedException {
        Command.of("cp", "-a", Prepared.FOLDER.toString(), folder.toString()).output();
        return folder;
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("mts1b-postgresql-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DatabaseSettings embedded() {
        return embedded(programs());
    }

    static DatabaseSettings embedded(Path programs) {
        return settings(null, null, null, programs);
    }

    static DatabaseSettings own(String url, String user, Secret password) {
        return settings(url, user, password, null);
    }

    private static DatabaseSettings settings(
            @Nullable String url, @Nullable String user, @Nullable Secret password, @Nullable Path programs) {
        return new DatabaseSettings(
                url,
                user,
                password,
                new Pool(4, Duration.ofSeconds(2)),
                new Timeouts(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(2)),
                20,
                new Embedded("nobody", programs, Duration.ofSeconds(60), Duration.ofSeconds(30)));
    }

    static Database.Surroundings surroundings() {
        return new Database.Surroundings(
                Redaction.standard(), WallClock.source(), Waiter.blocking(), new RandomStreams(1).stream("db"));
    }

    static void sql(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void sql(Database database, String sql) {
        database.execute(connection -> sql(connection, sql));
    }

    static List<String> column(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static List<String> column(Database database, String sql) {
        return database.read(connection -> column(connection, sql));
    }

    /** Waits until something holds, and fails if it does not within half a minute. */
    static void await(String what, Callable<Boolean> holds) throws Exception {
        for (long start = System.nanoTime(); !holds.call(); ) {
            if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(30)) {
                throw new AssertionError("not within 30 s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    /** Sends a signal to processes. */
    static void signal(String name, long... pids) throws IOException, InterruptedException {
        for (long pid : pids) {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor();
        }
    }
}
