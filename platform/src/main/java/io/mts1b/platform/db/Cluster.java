package io.mts1b.platform.db;

import io.mts1b.foundation.Quoted;
import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.security.FileSecrets;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What lies in the folder of an embedded server: its data, the password, and a log.
 *
 * <p>Programs are not told where the data lie; they run in that folder and call it {@value #HERE}. So an account without
 * rights can serve data that lie below a folder it may not enter, such as the home of root.
 *
 * @param folder holds all
 * @param programs of PostgreSQL
 * @param account who may read and write the data
 */
record Cluster(Path folder, PostgresPrograms programs, ServerAccount account) {

    /** The one user who can log in, and the database that is theirs. */
    static final String NAME = "mts1b";

    static final String HERE = "/proc/self/cwd";

    private static final String MAJOR = "18";
    private static final long LARGEST_LOG = 1 << 20;
    private static final long LOOK_MILLIS = 10;
    private static final int QUOTED_LOG = 2_000;

    Path data() {
        return folder.resolve("data");
    }

    Redirect log() {
        return Redirect.appendTo(folder.resolve("server.log").toFile());
    }

    Secret password() {
        return new FileSecrets(folder).read("password");
    }

    /** Makes the data if there are none, whole or not at all, and refuses data that these programs cannot serve. */
    void prepare(Duration within) throws IOException, InterruptedException {
        trimLog();
        if (!Files.exists(data())) {
            create(within);
        }
        String major = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!major.equals(MAJOR)) {
            throw new DatabaseException(
                    Category.REFUSED,
                    "data in " + data() + " must be of PostgreSQL " + MAJOR + ", are of " + Quoted.of(major)
                            + "; dump them with the old programs and restore them into a new folder");
        }
        if (!account.owns(data())) {
            throw new DatabaseException(
                    Category.REFUSED,
                    "data in " + data() + " must belong to " + account.name() + ", who serves them, belong to user "
                            + Files.getAttribute(data(), "unix:uid"));
        }
    }

    private void create(Duration within) throws IOException, InterruptedException {
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        Files.createDirectory(
                fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(fresh);
        Secret password = newPassword();
        // Nobody can log in as the superuser, for which there is no password and no line that allows it.
        Command initdb = account.command(
                programs.program("initdb"),
                "-D",
                HERE,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--no-instructions");
        run(initdb.in(fresh), Command.Input.NONE, within);
        Files.writeString(
                fresh.resolve("pg_hba.conf"),
                "host " + NAME + " " + NAME + " 127.0.0.1/32 scram-sha-256\n",
                StandardOpenOption.TRUNCATE_EXISTING);
        Command alone = account.command(programs.program("postgres"), "--single", "-D", HERE)
                .with("-c", "exit_on_error=true", "-c", "log_min_error_statement=panic", "postgres");
        Command.Input roles = Command.Input.of("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password.reveal() + "'\n"
                + "CREATE DATABASE " + NAME + " OWNER " + NAME + "\n");
        run(alone.in(fresh), roles, within);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private void run(Command command, Command.Input input, Duration within) throws IOException, InterruptedException {
        try {
            command.run(input, log(), within);
        } catch (DatabaseException e) {
            throw new DatabaseException(e.category(), e.getMessage() + "; its last words: " + lastWords());
        }
    }

    private Secret newPassword() throws IOException {
        Secret password = Secret.random();
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password.reveal() + "\n", StandardOpenOption.SYNC, StandardOpenOption.WRITE);
        return password;
    }

    /**
     * Ends a server that still serves the data because the process that ran it was killed, and takes away what says that
     * one does where none does. Called by who holds the lock of the folder.
     */
    void endOrphan(Duration within) throws IOException, InterruptedException {
        List<String> said = pidFile();
        if (said.isEmpty()) {
            return;
        }
        String pid = said.getFirst().strip();
        Path running = Path.of("/proc", pid, "cmdline");
        if (!pid.matches("[0-9]{1,10}") || !Files.exists(running)) {
            return; // PostgreSQL itself sees that this server is dead.
        }
        List<String> words = List.of(Files.readString(running).split("\0", -1));
        if (words.contains(mark())) {
            end(Long.parseLong(pid), within);
        } else if (words.getFirst().contains("postgres")) {
            throw new DatabaseException(
                    Category.REFUSED,
                    "data in " + data() + " are served by process " + pid
                            + ", which was not started from here; stop it first");
        } else {
            // The number of the dead server was given to another process, for which PostgreSQL would refuse to start.
            Files.delete(data().resolve("postmaster.pid"));
        }
    }

    private void end(long pid, Duration within) throws IOException, InterruptedException {
        Optional<ProcessHandle> server = ProcessHandle.of(pid);
        if (server.isPresent()) {
            stop(pid);
            awaitEnd(server.get(), within);
        }
    }

    /** The dead may keep its number, where the first process of a container does not bury those of others. */
    private void awaitEnd(ProcessHandle server, Duration within) throws IOException, InterruptedException {
        for (long waited = 0; waited < within.toMillis(); waited += LOOK_MILLIS) {
            if (pidFile().isEmpty()) {
                return;
            }
            try {
                server.onExit().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException | ExecutionException e) {
                // Look again.
            }
        }
        server.destroyForcibly();
    }

    /** Tells a server to finish: no more connections, open transactions rolled back, all on disk. */
    void stop(long pid) throws IOException, InterruptedException {
        try {
            account.command(programs.program("pg_ctl"), "kill", "INT", Long.toString(pid))
                    .output();
        } catch (DatabaseException e) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw e;
            }
        }
    }

    /** What stands on the command line of the server of this folder, so that it can be told from all others. */
    String mark() {
        return NAME + ".folder=" + folder;
    }

    /** Returns what the server says of itself; empty if there is none. */
    List<String> pidFile() throws IOException {
        Path file = data().resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Returns the end of the log. */
    String lastWords() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("server.log").toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(QUOTED_LOG, file.length())];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    private void trimLog() throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, folder.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
