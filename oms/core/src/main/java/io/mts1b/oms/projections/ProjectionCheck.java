package io.mts1b.oms.projections;

import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.FileArchive;
import io.mts1b.oms.archive.Records;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Compares every row with the state folded from the log, as far as the tables follow it. */
public final class ProjectionCheck {

    private static final int TOLD = 20;
    private static final int WINDOW = 5_000;

    private final Connection connection;
    private final Map<Table, ExpectedRows> expected = new EnumMap<>(Table.class);
    private final SortedMap<String, Long> rows = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private long wrong;

    private ProjectionCheck(Connection connection, Archive archive) {
        this.connection = connection;
        Records records = new Records(archive);
        char kind = 'a';
        for (Table table : Table.values()) {
            expected.put(table, new ExpectedRows(table, kind++, records));
        }
    }

    /**
     * What was found.
     *
     * @param events how many events the tables follow
     * @param rows how many rows there should be in each table
     * @param wrong how many rows are missing, too many, or other than they should be
     * @param differences the first of those, in words
     */
    public record Report(long events, SortedMap<String, Long> rows, long wrong, List<String> differences) {

        /** Copies. */
        public Report {
            rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
            differences = List.copyOf(differences);
        }

        /**
         * Tells whether all is as it should be.
         *
         * @return true if no row is wrong
         */
        public boolean isSound() {
            return wrong == 0;
        }
    }

    /**
     * Compares. The tables are read as they are at one moment, also while somebody writes them.
     *
     * @param database where the tables are
     * @param journal where the log is
     * @param scratch a folder of its own for what it does not need in memory, empty again when it returns
     * @param progress is told how many events have been compared, now and then
     * @return what was found
     * @throws ProjectionException if the tables follow another log
     * @throws io.mts1b.platform.journal.JournalException if the log cannot be read
     * @throws io.mts1b.platform.db.DatabaseException if the database failed
     */
    public static Report of(Database database, Path journal, Path scratch, LongConsumer progress) {
        Projection.migrate(database);
        try (OmsLog.Reader reader = OmsLog.Reader.open(journal);
                RowFold fold = new RowFold(scratch);
                Archive archive = FileArchive.create(scratch.resolve("rows"))) {
            return database.read(
                    connection -> new ProjectionCheck(connection, archive).compare(fold, reader, journal, progress));
        }
    }

    private Report compare(RowFold fold, OmsLog.Reader reader, Path journal, LongConsumer progress)
            throws SQLException {
        Mark mark = Rows.mark(connection);
        Mark.Counter counter = new Mark.Counter();
        List<Row> events = new ArrayList<>();
        while (counter.position() < mark.position()) {
            OmsEvent event = reader.next().orElse(null);
            if (event == null) {
                break; // It ends too early, which the mark shows.
            }
            String record = Json.write(event);
            fold.apply(counter.add(record), event, record);
            events.addAll(fold.drainEvents());
            if (events.size() == WINDOW) {
                compareEvents(counter.position(), events);
                expect(fold);
                progress.accept(counter.position());
            }
        }
        if (!counter.mark().equals(mark)) {
            throw new ProjectionException("tables must follow the log " + journal + ", follow " + mark.position()
                    + " events of another, or of this one before it lost its last: rebuild them, or name their log");
        }
        compareEvents(counter.position(), events);
        compare(Table.EVENTS, "sequence > " + mark.position(), List.of());
        expect(fold);
        for (Table table : Table.values()) {
            if (table != Table.EVENTS) {
                compare(table, Objects.requireNonNull(expected.get(table)));
            }
        }
        return new Report(mark.position(), rows, wrong, differences);
    }

    private void expect(RowFold fold) {
        fold.drain().forEach((table, changed) -> changed.forEach(Objects.requireNonNull(expected.get(table))::put));
    }

    private void compareEvents(long last, List<Row> events) throws SQLException {
        compare(Table.EVENTS, "sequence > " + (last - events.size()) + " AND sequence <= " + last, events);
        events.clear();
    }

    /** Walks through what should be there and what is, both in the order of their keys. */
    private void compare(Table table, String condition, List<Row> expected) throws SQLException {
        List<Row> sorted = new ArrayList<>(expected);
        sorted.sort(table.order());
        rows.merge(table.name().toLowerCase(Locale.ROOT), (long) sorted.size(), Long::sum);
        try (PreparedStatement statement = connection.prepareStatement(table.select(condition))) {
            statement.setFetchSize(WINDOW);
            try (ResultSet found = statement.executeQuery()) {
                Row actual = next(table, found);
                for (Row wanted : sorted) {
                    while (actual != null && table.order().compare(actual, wanted) < 0) {
                        tell(table, actual, "must not be there");
                        actual = next(table, found);
                    }
                    if (actual == null || table.order().compare(actual, wanted) > 0) {
                        tell(table, wanted, "must be there");
                    } else {
                        compare(table, wanted, actual);
                        actual = next(table, found);
                    }
                }
                for (; actual != null; actual = next(table, found)) {
                    tell(table, actual, "must not be there");
                }
            }
        }
    }

    /** Looks up what should be there instead of each row that is. */
    private void compare(Table table, ExpectedRows wanted) throws SQLException {
        rows.merge(table.name().toLowerCase(Locale.ROOT), wanted.count(), Long::sum);
        long missing = wanted.count();
        try (PreparedStatement statement = connection.prepareStatement(table.select("TRUE"))) {
            statement.setFetchSize(WINDOW);
            try (ResultSet found = statement.executeQuery()) {
                for (Row actual = next(table, found); actual != null; actual = next(table, found)) {
                    Optional<Row> one = wanted.find(actual);
                    if (one.isPresent()) {
                        missing--;
                        compare(table, one.get(), actual);
                    } else {
                        tell(table, actual, "must not be there");
                    }
                }
            }
        }
        tellMissing(table, wanted, missing);
    }

    private void tellMissing(Table table, ExpectedRows wanted, long missing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(table.selectKey())) {
            long left = missing;
            for (long number = 1; left > 0; number++) {
                Row row = wanted.at(number);
                for (int i = 0; i < table.keys().size(); i++) {
                    statement.setString(i + 1, Column.text(row.get(i)));
                }
                try (ResultSet found = statement.executeQuery()) {
                    if (!found.next()) {
                        tell(table, row, "must be there");
                        left--;
                    }
                }
            }
        }
    }

    private static @Nullable Row next(Table table, ResultSet rows) throws SQLException {
        return rows.next() ? Row.read(table, rows) : null;
    }

    private void compare(Table table, Row wanted, Row actual) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            if (!column.same(wanted.get(i), actual.get(i))) {
                others.add(column.name() + " must be " + wanted.get(i) + ", was " + actual.get(i));
            }
        }
        if (!others.isEmpty()) {
            tell(table, wanted, String.join("; ", others));
        }
    }

    private void tell(Table table, Row row, String what) {
        wrong++;
        if (differences.size() < TOLD) {
            differences.add(table.name().toLowerCase(Locale.ROOT) + " " + row.key(table) + ": " + what);
        }
    }
}
