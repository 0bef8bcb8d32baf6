package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.column;
import static io.mts1b.platform.db.Servers.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.db.DatabaseException.Category;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever runs these tests, root or not, runs the server; as root the folders are closed to the server's account. */
class EmbeddedPostgresTest {

    @TempDir
    private Path temp;

    @Test
    void keeps_its_data_between_starts_and_lets_nobody_in_but_its_user() throws Exception {
        Path folder = temp.resolve("a b's").resolve("postgresql");
        try (Database database = Database.open(Servers.embedded(), folder, Servers.surroundings())) {
            sql(database, "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(column(database, "SELECT version()").getFirst()).startsWith("PostgreSQL 18.");
            assertThat(column(database, "SHOW listen_addresses")).containsExactly("127.0.0.1");
            assertThat(column(database, "SHOW fsync")).containsExactly("on");
            assertThat(column(database, "SHOW data_checksums")).containsExactly("on");
            assertThat(column(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .containsExactly("f");
            String url = database.status().place();
            refuses(url, "mts1b", "wrong", "28P01");
            refuses(url, "postgres", "", "28000");
            refuses(url.replace("/mts1b", "/postgres"), "mts1b", "wrong", "28000");
        }

        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(folder.resolve("server.log"))).endsWith("database system is shut down\n");
        assertThat(mode(folder)).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("data"))).isEqualTo("rwx------");
        assertThat(mode(folder.resolve("password"))).isEqualTo("rw-------");
        try (Database database = Database.open(Servers.embedded(), folder, Servers.surroundings())) {
            assertThat(column(database, "SELECT answer FROM kept")).containsExactly("42");
        }
    }

    private static void refuses(String url, String user, String password, String sqlState) {
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, password))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(sqlState));
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void refuses_a_folder_that_is_open_and_one_it_cannot_serve() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, Servers.embedded(), Servers.surroundings())) {
            assertThatThrownBy(() -> start(folder))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("PostgreSQL in " + folder.toRealPath() + " is run by this process already");
            // That the second was refused does not open the door for a third.
            assertThatThrownBy(() -> start(folder)).isInstanceOf(DatabaseException.class);
            assertThat(server.password().reveal()).hasSize(43);
            assertThat(server.restarts()).isZero();
        }

        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> start(folder))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.category()).isEqualTo(Category.REFUSED))
                .hasMessageContaining("must be of PostgreSQL 18, are of '17'");
        Files.writeString(folder.resolve("data/PG_VERSION"), "18\n");
        Files.setPosixFilePermissions(folder.resolve("password"), PosixFilePermissions.fromString("rw-r--r--"));
        try (EmbeddedPostgres server = start(folder)) {
            assertThatThrownBy(server::password).hasMessageContaining("must be readable by its owner alone");
        }
    }

    private static EmbeddedPostgres start(Path folder) {
        return EmbeddedPostgres.start(folder, Servers.embedded(), Servers.surroundings());
    }

    @Test
    void says_why_it_does_not_start_and_starts_when_the_reason_is_gone() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        Path configuration = folder.resolve("data/postgresql.auto.conf");
        Files.writeString(configuration, "shared_buffers = '1 glass'\n");

        assertThatThrownBy(() -> start(folder))
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.category()).isEqualTo(Category.UNAVAILABLE))
                .hasMessageContaining("ended with 1 at its start; its last words: ")
                .hasMessageContaining("invalid value for parameter \"shared_buffers\"");

        Files.writeString(configuration, "");
        start(folder).close();
    }

    @Test
    void begins_again_where_the_making_of_the_data_was_cut_short() throws Exception {
        Path folder = temp.resolve("postgresql");
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.writeString(folder.resolve("data.new/base/1"), "half");
        Files.writeString(folder.resolve("password"), "of data that never were");

        try (Database database = Database.open(Servers.embedded(), folder, Servers.surroundings())) {
            assertThat(column(database, "SELECT 1")).containsExactly("1");
        }
        assertThat(folder.resolve("data.new")).doesNotExist();
    }

    @Test
    void is_not_deceived_by_a_number_that_another_process_bears_now() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        Path pid = folder.resolve("data/postmaster.pid");
        Files.writeString(pid, ProcessHandle.current().pid() + "\n/proc/self/cwd\n1\n5432\n\n127.0.0.1\n1 1\nready\n");

        start(folder).close();

        assertThat(pid).doesNotExist();
        Process named = new ProcessBuilder("bash", "-c", "exec -a /usr/bin/postgres sleep 600").start();
        try {
            Path words = Path.of("/proc", Long.toString(named.pid()), "cmdline");
            Servers.await("it bears the name", () -> Files.readString(words).startsWith("/usr/bin/postgres"));
            Files.writeString(pid, named.pid() + "\n");
            assertThatThrownBy(() -> start(folder))
                    .hasMessageContaining("are served by process " + named.pid() + ", which was not started from here");
        } finally {
            named.destroy();
        }
    }

    @Test
    void puts_the_programs_where_the_account_of_the_server_can_reach_them() throws Exception {
        ServerAccount account = ServerAccount.of("nobody");

        assertThat(account.reaches(Servers.programs())).isTrue();
        assertThat(account.reaches(temp.resolve("not-there-yet"))).isEqualTo(!account.root());
        Assumptions.assumeTrue(account.root(), "not root");
        DatabaseSettings closed = Servers.embedded(temp.resolve("programs"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(temp.resolve("a"), closed, Servers.surroundings()))
                .hasMessageContaining("db.embedded.programs must be a folder that the account nobody can reach, "
                        + temp.resolve("programs") + " is not");
        assertThatThrownBy(() -> ServerAccount.of("root"))
                .hasMessageContaining("must be an account without rights, was root");
    }
}
