package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.db.DatabaseStatus.Held;
import io.mts1b.platform.db.Failures.Stage;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Retry;
import io.mts1b.platform.retry.RetryAdvice;
import io.mts1b.platform.retry.RetryAdvice.GiveUp;
import io.mts1b.platform.retry.RetryAdvice.TryAgain;
import io.mts1b.platform.retry.RetryBudget;
import io.mts1b.platform.retry.RetryPolicy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs transactions on a pool, and knows who has its connections. */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    /** Conflicts are over as soon as the other transaction is. */
    private static final Backoff SOON = new Backoff(Duration.ofMillis(5), Duration.ofMillis(500), 1);

    private final DataSource pool;
    private final Failures failures;
    private final Duration leakAfter;
    private final InstantSource clock;
    private final Retry retry;
    private final ScopedValue<Transactions> running = ScopedValue.newInstance();
    private final Map<Connection, Held> held = new ConcurrentHashMap<>();

    Transactions(DataSource pool, DatabaseSettings settings, Failures failures, Database.Surroundings surroundings) {
        this.pool = pool;
        this.failures = failures;
        this.leakAfter = settings.pool().leakAfter();
        this.clock = surroundings.clock();
        RetryPolicy policy =
                new RetryPolicy(settings.attempts(), Duration.ofMinutes(1), SOON, Transactions::worthAnotherAttempt);
        // A conflict costs the database little, so many may be tried again.
        this.retry =
                new Retry(policy, new RetryBudget(100, 1_000), clock, surroundings.waiter(), surroundings.random());
    }

    private static RetryAdvice worthAnotherAttempt(Exception failure) {
        return failure instanceof DatabaseException known && known.category() == Category.CONFLICT
                ? new TryAgain()
                : new GiveUp();
    }

    private record Result<T extends @Nullable Object>(T value) {}

    <T extends @Nullable Object> T run(TransactionOptions options, TransactionWork<T> work) {
        if (running.isBound()) {
            throw new IllegalStateException(
                    "this thread is in a transaction of this database already: hand on its connection");
        }
        try {
            return ScopedValue.where(running, this)
                    .call(() -> retry.call(() -> new Result<>(once(options, work))))
                    .value();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(
                    Category.CONFLICT, "transaction was not tried again, for its thread was stopped");
        } catch (Exception e) {
            throw new IllegalStateException(e); // Work throws nothing else that is checked.
        }
    }

    private <T extends @Nullable Object> T once(TransactionOptions options, TransactionWork<T> work) {
        Connection connection = take();
        try {
            T result = worked(connection, options, work);
            commit(connection);
            return result;
        } finally {
            giveBack(connection);
        }
    }

    private Connection take() {
        try {
            Connection connection = pool.getConnection();
            held.put(connection, new Held(Thread.currentThread().getName(), clock.instant()));
            return connection;
        } catch (SQLException e) {
            throw failures.of(Stage.CONNECT, e);
        }
    }

    private <T extends @Nullable Object> T worked(
            Connection connection, TransactionOptions options, TransactionWork<T> work) {
        try {
            if (options.isolation() != TransactionOptions.STANDARD.isolation()) {
                connection.setTransactionIsolation(options.isolation().level());
            }
            connection.setReadOnly(options.readOnly());
            return work.run(connection);
        } catch (SQLException e) {
            DatabaseException told = failures.of(Stage.WORK, e);
            rollBack(connection, told);
            throw told;
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(failures.of(Stage.WORK, e));
        }
    }

    /** PostgreSQL answers a commit after a failure that the work kept to itself with a rollback, and calls it a success. */
    private void commit(Connection connection) {
        try {
            if (connection.unwrap(PgConnection.class).getTransactionState() == TransactionState.FAILED) {
                connection.rollback();
                throw new SQLException("a statement had failed, so nothing was done", "25P02");
            }
            connection.commit();
        } catch (SQLException e) {
            throw failures.of(Stage.COMMIT, e);
        }
    }

    /** The transaction is over, so what fails now is the pool's business, which throws the connection away. */
    private void giveBack(Connection connection) {
        held.remove(connection);
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("a connection broke when it was given back (SQLSTATE {})", e.getSQLState());
        }
    }

    /** Returns the connections that are not given back in time, the oldest first. */
    List<Held> leaks() {
        Instant late = clock.instant().minus(leakAfter);
        return held.values().stream()
                .filter(one -> one.since().isBefore(late))
                .sorted(Comparator.comparing(Held::since))
                .toList();
    }

    /** Asks the least that can be asked. */
    void ping() {
        once(TransactionOptions.SNAPSHOT, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("SELECT 1");
            }
        });
    }
}
