package io.mts1b.platform.db;

import io.mts1b.platform.db.DatabaseException.Category;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a server, from when it takes connections to its end.
 *
 * @param cluster what it serves
 * @param port where, on the loopback alone
 * @param process the server
 */
record PostgresProcess(Cluster cluster, int port, Process process) {

    private static final long LOOK_MILLIS = 5;
    private static final Duration ABORT = Duration.ofSeconds(5);

    /** Starts a server, and waits until it takes connections, or has ended before it did. */
    static PostgresProcess start(Cluster cluster, int port, int connections, Duration within)
            throws IOException, InterruptedException {
        Process process = cluster.account()
                .command(cluster.programs().program("postgres"), "-D", Cluster.HERE)
                .with("-c", cluster.mark())
                .with("-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories=")
                .with("-c", "max_connections=" + connections, "-c", "password_encryption=scram-sha-256")
                .with("-c", "timezone=UTC", "-c", "log_timezone=UTC")
                // What fails is told to who asked; a statement in a log shows what it holds.
                .with("-c", "log_min_messages=log", "-c", "log_min_error_statement=panic")
                .with("-c", "log_checkpoints=off")
                .in(cluster.data())
                .start(cluster.log());
        PostgresProcess started = new PostgresProcess(cluster, port, process);
        try {
            process.getOutputStream().close();
            started.awaitReady(within);
            return started;
        } catch (IOException | InterruptedException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private void awaitReady(Duration within) throws IOException, InterruptedException {
        for (long waited = 0; waited < within.toMillis(); waited += LOOK_MILLIS) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            // Line 1 is the number of the server, and line 8 says how it is.
            List<String> said = cluster.pidFile();
            if (said.size() >= 8
                    && said.getFirst().equals(Long.toString(process.pid()))
                    && said.get(7).strip().equals("ready")) {
                return;
            }
        }
        throw failed("is not ready after " + within);
    }

    /** Says whether it has not ended. */
    boolean serves() {
        return process.isAlive();
    }

    /** Tells that it has not started, and why. */
    DatabaseException ended() throws IOException {
        return failed("ended with " + process.exitValue() + " at its start");
    }

    private DatabaseException failed(String how) throws IOException {
        return new DatabaseException(
                Category.UNAVAILABLE,
                "PostgreSQL in " + cluster.folder() + " " + how + "; its last words: " + cluster.lastWords());
    }

    /** Ends the server in order, or without order when that takes too long; what was committed is kept either way. */
    void stop(Duration within) throws IOException, InterruptedException {
        cluster.stop(process.pid());
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            process.waitFor(ABORT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
