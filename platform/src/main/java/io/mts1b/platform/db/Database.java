package io.mts1b.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.db.Failures.Stage;
import io.mts1b.platform.health.Health;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL and a pool of connections to it: the house's own, embedded, unless the configuration names yours.
 *
 * <p>Work is done in transactions. They run as if one after the other unless they say otherwise; one that is in conflict
 * with others is done again from its beginning. A transaction within a transaction of the same thread is refused: hand on
 * the connection instead, so that all is done or nothing.
 *
 * <p>If the server dies, what was committed is there when it is back, calls fail with {@link Category#UNAVAILABLE} in the
 * meantime, and the pool finds it again by itself. Thread-safe. Made once, at the start of a process, and closed at its
 * end.
 */
public final class Database implements AutoCloseable {

    private final Optional<EmbeddedPostgres> server;
    private final Login login;
    private final DatabaseSettings settings;
    private final Failures failures;
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Ping ping;

    /**
     * What a database needs of the process it is used in.
     *
     * @param redaction what is taken out of what is told of failures, beside the password
     * @param clock the time
     * @param waiter lets time between attempts pass
     * @param random draws how much; used by one thread at a time
     */
    public record Surroundings(Redaction redaction, InstantSource clock, Waiter waiter, RandomGenerator random) {

        /** Waits, after so many failures in a row. */
        void await(Backoff backoff, int failures) throws InterruptedException {
            Duration delay;
            synchronized (random) {
                delay = backoff.delay(failures, random);
            }
            waiter.await(delay);
        }
    }

    private Database(
            Optional<EmbeddedPostgres> server, Login login, DatabaseSettings settings, Surroundings surroundings) {
        Redaction redaction = login.password() == null
                ? surroundings.redaction()
                : surroundings.redaction().withKnown(login.password());
        this.server = server;
        this.login = login;
        this.settings = settings;
        this.failures = new Failures(login.place(), redaction);
        this.pool = pool(login, settings, failures);
        this.transactions = new Transactions(pool, settings, failures, surroundings);
        this.ping = new Ping(transactions, settings.timeouts().check());
    }

    /**
     * Opens the database that the configuration names, or an embedded one, and a pool to it.
     *
     * @param settings the configuration
     * @param folder where an embedded server keeps its data; not looked at if {@code settings} name a URL
     * @param surroundings what it needs of the process
     * @return the database, which has been reached
     * @throws DatabaseException if it cannot be started or reached, or does not let us in
     */
    public static Database open(DatabaseSettings settings, Path folder, Surroundings surroundings) {
        String url = settings.url();
        String user = settings.user();
        if (url != null && user != null) {
            return new Database(Optional.empty(), new Login(url, user, settings.password()), settings, surroundings);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(folder, settings, surroundings);
        try {
            Login login = new Login(server.url(), server.user(), server.password());
            return new Database(Optional.of(server), login, settings, surroundings);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static HikariDataSource pool(Login login, DatabaseSettings settings, Failures failures) {
        DatabaseSettings.Timeouts timeouts = settings.timeouts();
        HikariConfig config = new HikariConfig();
        config.setPoolName("db");
        config.setJdbcUrl(login.url());
        config.setDataSourceProperties(login.properties(timeouts));
        // Of a server that is gone without a word, the machine hears when the statement should long have been over.
        config.addDataSourceProperty(
                "socketTimeout",
                Long.toString(
                        timeouts.statement().toSeconds() + timeouts.connect().toSeconds()));
        config.setConnectionInitSql("SET statement_timeout = "
                + timeouts.statement().toMillis() + "; SET idle_in_transaction_session_timeout = "
                + timeouts.idle().toMillis() + "; SET TIME ZONE 'UTC'");
        config.setAutoCommit(false);
        // Else what is set above belongs to the first transaction, and is rolled back with it.
        config.setIsolateInternalQueries(true);
        config.setTransactionIsolation("TRANSACTION_" + TransactionOptions.STANDARD.isolation());
        config.setMaximumPoolSize(settings.pool().connections());
        config.setConnectionTimeout(timeouts.acquire().toMillis());
        config.setValidationTimeout(
                Math.min(timeouts.acquire().toMillis(), timeouts.connect().toMillis()));
        config.setInitializationFailTimeout(1); // One attempt, in whatever time it needs.
        config.setLeakDetectionThreshold(settings.pool().leakAfter().toMillis());
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause
                    ? failures.of(Stage.CONNECT, cause)
                    : new DatabaseException(Category.UNAVAILABLE, "no connection to " + login.place(), e);
        }
    }

    /**
     * Brings the tables of an artifact to where its code expects them. They stand in a schema of the artifact's name, with
     * {@code _} for {@code -}, and its migrations in {@code db/<artifact>} of its jar, {@code V1__<what>.sql} and so on.
     *
     * <p>Each migration is done whole or not at all, and one process at a time does them.
     *
     * @param artifact such as {@code treasury}
     * @param loader finds the migrations
     * @return the version the tables are at
     * @throws DatabaseException if a migration fails, or the database and the code cannot belong together: a migration
     *     was changed after it was done, one is missing, or the database is newer than the code
     */
    public int migrate(String artifact, ClassLoader loader) {
        return new Migrations(login, settings.timeouts(), failures).run(artifact, loader);
    }

    /**
     * Does work in a transaction, as if all transactions ran one after the other.
     *
     * @param work what is done, perhaps more than once
     * @param <T> what it gives
     * @return what the work gave that was committed
     * @throws DatabaseException if it was not committed, or that is not known
     * @throws IllegalStateException if this thread is in a transaction already
     */
    public <T extends @Nullable Object> T tx(TransactionWork<T> work) {
        return tx(TransactionOptions.STANDARD, work);
    }

    /**
     * Does work in a transaction.
     *
     * @param options how it runs
     * @param work what is done, perhaps more than once
     * @param <T> what it gives
     * @return what the work gave that was committed
     * @throws DatabaseException if it was not committed, or that is not known
     * @throws IllegalStateException if this thread is in a transaction already
     */
    public <T extends @Nullable Object> T tx(TransactionOptions options, TransactionWork<T> work) {
        return transactions.run(options, work);
    }

    /**
     * Does work that gives nothing in a transaction, as if all transactions ran one after the other.
     *
     * @param work what is done, perhaps more than once
     * @throws DatabaseException if it was not committed, or that is not known
     * @throws IllegalStateException if this thread is in a transaction already
     */
    public void execute(TransactionWork.Action work) {
        transactions.<@Nullable Void>run(TransactionOptions.STANDARD, connection -> {
            work.run(connection);
            return null;
        });
    }

    /**
     * Reads one state of the database, which is refused if it changes anything, and is in conflict with nobody.
     *
     * @param work what is read
     * @param <T> what it gives
     * @return what the work gave
     * @throws DatabaseException if the database failed
     * @throws IllegalStateException if this thread is in a transaction already
     */
    public <T extends @Nullable Object> T read(TransactionWork<T> work) {
        return tx(TransactionOptions.SNAPSHOT, work);
    }

    /**
     * Asks the database whether it is there. It answers within the configured time, whatever happened to the database.
     *
     * @return whether it is, or why not
     */
    public Health check() {
        return ping.health();
    }

    /**
     * Returns how the database is used.
     *
     * @return counts and leaks of the moment
     */
    public DatabaseStatus status() {
        return new DatabaseStatus(
                login.place(),
                pool.getHikariPoolMXBean().getActiveConnections(),
                pool.getHikariPoolMXBean().getIdleConnections(),
                pool.getHikariPoolMXBean().getThreadsAwaitingConnection(),
                settings.pool().connections(),
                transactions.leaks(),
                server.map(EmbeddedPostgres::restarts).orElse(0));
    }

    /** Returns the embedded server, if there is one. */
    Optional<EmbeddedPostgres> server() {
        return server;
    }

    /** Closes all connections, and ends an embedded server in order. */
    @Override
    public void close() {
        pool.close();
        server.ifPresent(EmbeddedPostgres::close);
    }
}
