package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.files.FolderLock;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL 18 of the house's own, with its data in a folder, for as long as it is open.
 *
 * <p>It listens on the loopback alone, and lets in one user with a random password that stands in the folder for its
 * owner to read. If it dies it is started again on the same port. If this process dies, the server goes on, and is ended
 * in order by the next one that opens the folder. Thread-safe.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** Beside those of the pool, for migrations and for people who look. */
    private static final int MORE_CONNECTIONS = 20;

    private static final int STARTS = 6;

    /** A server that was killed leaves children behind, who end within some milliseconds. */
    private static final Backoff AGAIN = new Backoff(Duration.ofMillis(20), Duration.ofSeconds(10), 0.5);

    private final Cluster cluster;
    private final FolderLock lock;
    private final DatabaseSettings settings;
    private final Database.Surroundings surroundings;
    private final Thread watch;
    private volatile PostgresProcess server;
    private final AtomicInteger restarts = new AtomicInteger();
    private boolean closed;

    private EmbeddedPostgres(
            Cluster cluster,
            FolderLock lock,
            DatabaseSettings settings,
            Database.Surroundings surroundings,
            PostgresProcess server) {
        this.cluster = cluster;
        this.lock = lock;
        this.settings = settings;
        this.surroundings = surroundings;
        this.server = server;
        this.watch = Thread.ofVirtual().name("postgres-watch").unstarted(this::watch);
    }

    /**
     * Starts a server, with the data that are in the folder, or new ones.
     *
     * @param folder its folder, made if there is none; one that is open elsewhere is refused
     * @param settings how many connections, and how it is run
     * @param surroundings what it needs of the process
     * @return the server, which takes connections
     * @throws DatabaseException if it cannot be started
     */
    public static EmbeddedPostgres start(Path folder, DatabaseSettings settings, Database.Surroundings surroundings) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path real = folder.toRealPath();
            FolderLock lock = FolderLock.acquire(real, holder -> taken(real, holder));
            try {
                ServerAccount account = ServerAccount.of(settings.embedded().account());
                PostgresPrograms programs =
                        PostgresPrograms.install(settings.embedded().programs(), real, account);
                Cluster cluster = new Cluster(real, programs, account);
                cluster.prepare(settings.embedded().start());
                cluster.endOrphan(settings.embedded().stop());
                PostgresProcess server = first(cluster, settings, surroundings);
                EmbeddedPostgres embedded = new EmbeddedPostgres(cluster, lock, settings, surroundings, server);
                embedded.watch.start();
                return embedded;
            } catch (IOException | InterruptedException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException(Category.UNAVAILABLE, "PostgreSQL in " + folder + " cannot be started: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(Category.UNAVAILABLE, "PostgreSQL in " + folder + " was not to be waited for");
        }
    }

    private static DatabaseException taken(Path folder, String holder) {
        return new DatabaseException(
                Category.REFUSED,
                "PostgreSQL in " + folder + " is run by " + holder
                        + " already, there must be one; other processes use it through db.url");
    }

    /** Starts the server for the first time: on another port if somebody was faster, later if an old one is not all gone. */
    private static PostgresProcess first(Cluster cluster, DatabaseSettings settings, Database.Surroundings surroundings)
            throws IOException, InterruptedException {
        for (int failures = 1; ; failures++) {
            PostgresProcess started = launch(cluster, freePort(), settings);
            if (started.serves()) {
                return started;
            }
            if (failures == STARTS) {
                throw started.ended();
            }
            surroundings.await(AGAIN, failures);
        }
    }

    private static PostgresProcess launch(Cluster cluster, int port, DatabaseSettings settings)
            throws IOException, InterruptedException {
        int connections = settings.pool().connections() + MORE_CONNECTIONS;
        return PostgresProcess.start(
                cluster, port, connections, settings.embedded().start());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts the server again whenever it dies, until it is closed, which interrupts this thread. */
    private void watch() {
        try {
            while (true) {
                int code = server.process().waitFor();
                LOG.error("PostgreSQL in {} ended with {}, it is started again", cluster.folder(), code);
                server = again();
                restarts.incrementAndGet();
                LOG.info("PostgreSQL in {} takes connections again", cluster.folder());
            }
        } catch (InterruptedException e) {
            LOG.debug("PostgreSQL in {} is no longer watched", cluster.folder());
        }
    }

    private PostgresProcess again() throws InterruptedException {
        for (int failures = 1; ; failures++) {
            try {
                PostgresProcess started = launch(cluster, server.port(), settings);
                if (started.serves()) {
                    return started;
                }
                throw started.ended();
            } catch (DatabaseException | IOException e) {
                LOG.warn("PostgreSQL in {} does not start: {}", cluster.folder(), e.getMessage());
            }
            surroundings.await(AGAIN, failures);
        }
    }

    /**
     * Returns where the server is.
     *
     * @return the URL for JDBC
     */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + Cluster.NAME;
    }

    /**
     * Returns who can log in.
     *
     * @return the user, who owns the database and is no superuser
     */
    public String user() {
        return Cluster.NAME;
    }

    /**
     * Returns the password of the user.
     *
     * @return the password
     */
    public Secret password() {
        return cluster.password();
    }

    /**
     * Returns how often the server died and was started again.
     *
     * @return the number, 0 where all is well
     */
    public int restarts() {
        return restarts.get();
    }

    /** Returns the number of the process that serves at present. */
    long pid() {
        return server.process().pid();
    }

    /** Ends the server in order: open transactions are rolled back, and all is on disk. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            watch.interrupt();
            watch.join();
            try (lock) {
                server.stop(settings.embedded().stop());
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    Category.UNAVAILABLE, "PostgreSQL in " + cluster.folder() + " cannot be stopped: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
