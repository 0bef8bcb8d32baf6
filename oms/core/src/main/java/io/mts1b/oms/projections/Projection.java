package io.mts1b.oms.projections;

import io.mts1b.foundation.Require;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsLog;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.db.Isolation;
import io.mts1b.platform.db.TransactionOptions;
import io.mts1b.platform.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the tables of the schema {@code oms} follow a log, also while it is written. Confined to one thread.
 *
 * <p>Events come in batches, a transaction each, which also says how far the tables follow. A batch that failed, or of
 * which it is unknown whether it did, is kept and written by the next {@link #advance}, once. Two projections of one
 * database do not disturb its rows: one of them ends.
 */
public final class Projection implements AutoCloseable {

    private static final TransactionOptions LOCKED = new TransactionOptions(Isolation.READ_COMMITTED, false);
    private static final int FORGET_EVERY = 10_000;

    private final Database database;
    private final OmsLog.Reader reader;
    private final RowFold fold;
    private final Mark.Counter counter = new Mark.Counter();
    private Mark written = counter.mark();
    private @Nullable Batch pending;

    /** What one transaction writes. */
    private record Batch(Mark before, Mark after, List<Row> events, Map<Table, List<Row>> rows) {}

    private Projection(Database database, OmsLog.Reader reader, Path scratch) {
        this.database = database;
        this.reader = reader;
        this.fold = new RowFold(scratch);
    }

    /**
     * Makes the tables if there are none, and goes on where they end.
     *
     * @param database where the tables are
     * @param journal where the log is
     * @param scratch a folder of its own for what it does not need in memory, empty again when it is closed
     * @return the projection, which has read the log as far as the tables follow it
     * @throws ProjectionException if the tables follow another log
     * @throws io.mts1b.platform.journal.JournalException if the log cannot be read
     * @throws IllegalArgumentException if a record holds what is no event
     * @throws io.mts1b.platform.db.DatabaseException if the database failed
     */
    public static Projection open(Database database, Path journal, Path scratch) {
        Projection projection = new Projection(database, OmsLog.Reader.open(journal), scratch);
        try {
            migrate(database);
            projection.resume(journal);
            return projection;
        } catch (RuntimeException e) {
            projection.close();
            throw e;
        }
    }

    /**
     * Makes the tables if there are none, and throws away what is in them.
     *
     * @param database where the tables are
     * @throws io.mts1b.platform.db.DatabaseException if the database failed
     */
    public static void clear(Database database) {
        migrate(database);
        database.tx(LOCKED, connection -> {
            Rows.lock(connection);
            Rows.clear(connection);
            return true;
        });
    }

    static void migrate(Database database) {
        database.migrate("oms", Projection.class.getClassLoader());
    }

    private void resume(Path journal) {
        Mark mark = database.read(Rows::mark);
        while (counter.position() < mark.position() && take(reader.next())) {
            if (counter.position() % FORGET_EVERY == 0) {
                fold.forget();
            }
        }
        fold.forget();
        written = counter.mark();
        if (!written.equals(mark)) {
            throw new ProjectionException("tables must follow the log " + journal + ", follow " + mark.position()
                    + " events of another, or of this one before it lost its last: rebuild them, or name their log");
        }
    }

    private boolean take(Optional<OmsEvent> next) {
        next.ifPresent(event -> {
            String record = Json.write(event);
            fold.apply(counter.add(record), event, record);
        });
        return next.isPresent();
    }

    /**
     * Returns how many events the tables hold.
     *
     * @return the number of the last one
     */
    public long position() {
        return written.position();
    }

    /**
     * Writes what has happened since, if anything has.
     *
     * @param atMost how many events are written together at most
     * @return how many were written; 0 where the log ends for now
     * @throws ProjectionException if somebody else writes the tables; this projection has ended then
     * @throws io.mts1b.platform.db.DatabaseException if the database failed; call again to go on
     */
    public long advance(int atMost) {
        Require.that(atMost > 0, "atMost must be positive, was " + atMost);
        if (pending == null && take(reader.next())) {
            pending = batch(atMost);
        }
        return write();
    }

    /**
     * Writes what has happened since, and waits for it if nothing has.
     *
     * @param atMost how many events are written together at most
     * @param patience how long to wait, about
     * @return how many were written; 0 if nothing happened
     * @throws InterruptedException if the caller is interrupted
     * @throws ProjectionException if somebody else writes the tables; this projection has ended then
     * @throws io.mts1b.platform.db.DatabaseException if the database failed; call again to go on
     */
    public long advance(int atMost, Duration patience) throws InterruptedException {
        Require.that(atMost > 0, "atMost must be positive, was " + atMost);
        if (pending == null && take(reader.next(patience))) {
            pending = batch(atMost);
        }
        return write();
    }

    /** Takes more events to the first one. */
    private Batch batch(int atMost) {
        for (int events = 1; events < atMost && take(reader.next()); events++) {}
        List<Row> happened = fold.drainEvents();
        return new Batch(written, counter.mark(), happened, fold.drain());
    }

    private long write() {
        Batch batch = pending;
        if (batch == null) {
            return 0;
        }
        database.tx(LOCKED, connection -> {
            Mark mark = Rows.lock(connection);
            if (mark.equals(batch.after)) {
                return true; // It was committed, and the word of it was lost.
            }
            if (!mark.equals(batch.before)) {
                throw new ProjectionException("tables must follow " + batch.before.position()
                        + " events as this projection left them, follow " + mark.position()
                        + ": somebody else writes them");
            }
            Rows.write(connection, Table.EVENTS, batch.events);
            for (Map.Entry<Table, List<Row>> rows : batch.rows.entrySet()) {
                Rows.write(connection, rows.getKey(), rows.getValue());
            }
            Rows.mark(connection, batch.after);
            return true;
        });
        pending = null;
        written = batch.after;
        return batch.after.position() - batch.before.position();
    }

    /** Stops reading the log; the database stays open. */
    @Override
    public void close() {
        try (fold) {
            reader.close();
        }
    }
}
