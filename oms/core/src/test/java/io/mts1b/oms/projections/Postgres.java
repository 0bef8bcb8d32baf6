package io.mts1b.oms.projections;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.db.DatabaseSettings;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The one PostgreSQL of these tests, started when it is first asked for. */
public final class Postgres {

    private static final Path FOLDER = folder();
    private static final Database DATABASE = start();

    private Postgres() {}

    /** Returns the database, without any tables of ours. */
    public static Database empty() {
        sql("DROP SCHEMA IF EXISTS oms CASCADE");
        return DATABASE;
    }

    /** Returns a folder for another server. */
    public static Path folderOfAnother() {
        return FOLDER.resolve("another");
    }

    private static Database start() {
        Database database = Database.open(
                Configuration.defaults(DatabaseSettings.class),
                FOLDER.resolve("shared"),
                new Database.Surroundings(
                        Redaction.standard(),
                        WallClock.source(),
                        Waiter.blocking(),
                        new RandomStreams(1).stream("db")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            database.close();
            delete();
        }));
        return database;
    }

    /** Not below the project, where another account may not look. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("mts1b-projections-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void sql(String sql) {
        DATABASE.execute(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    /** Returns rows, their columns with a bar between them. */
    public static List<String> rows(String sql) {
        return DATABASE.read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        values.add(rows.getString(i));
                    }
                    found.add(String.join("|", values));
                }
                return found;
            }
        });
    }

    /** Returns everything that is in the tables of the projection. */
    static List<String> everything() {
        List<String> all = new ArrayList<>(rows("SELECT * FROM oms.projection"));
        for (Table table : Table.values()) {
            rows(table.select("TRUE")).forEach(row -> all.add(table + " " + row));
        }
        return all;
    }
}
