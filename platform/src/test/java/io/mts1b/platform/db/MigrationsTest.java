package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.column;
import static io.mts1b.platform.db.Servers.sql;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.db.DatabaseException.Category;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    private static Path temp;

    private static Database database;

    @TempDir
    private Path classes;

    private URLClassLoader loader;

    @BeforeAll
    static void open() throws Exception {
        database =
                Database.open(Servers.embedded(), Servers.prepared(temp.resolve("postgresql")), Servers.surroundings());
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin_anew() throws MalformedURLException {
        sql(database, "DROP SCHEMA IF EXISTS oms_algos CASCADE");
        loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
    }

    @AfterEach
    void unload() throws IOException {
        loader.close();
    }

    private void write(String name, String... sql) throws IOException {
        Path file = classes.resolve("db/oms-algos").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join(";\n", sql) + ";\n");
    }

    private int migrate() {
        return database.migrate("oms-algos", loader);
    }

    private static List<String> tables() {
        return column(
                database,
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'oms_algos' ORDER BY 1");
    }

    @Test
    void brings_each_artifact_its_own_schema_and_goes_on_where_it_was() throws Exception {
        write("V1__slices.sql", "CREATE TABLE slice (id int)", "INSERT INTO slice VALUES (1)");
        assertThat(migrate()).isEqualTo(1);
        assertThat(migrate()).isEqualTo(1);

        write("V2__parents.sql", "CREATE TABLE parent (id int)");
        assertThat(migrate()).isEqualTo(2);

        assertThat(tables()).containsExactly("migrations", "parent", "slice");
        assertThat(column(database, "SELECT id FROM oms_algos.slice")).containsExactly("1");
        assertThat(database.status().active()).isZero();
    }

    @Test
    void does_a_migration_whole_or_not_at_all() throws Exception {
        write("V1__slices.sql", "CREATE TABLE slice (id int)");
        write("V2__parents.sql", "CREATE TABLE parent (id int)", "INSERT INTO nowhere VALUES (1)");

        assertThatThrownBy(this::migrate)
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.REFUSED);
                    assertThat(e.sqlState()).hasValue("42P01");
                })
                .hasMessageContaining("migrations of oms-algos: ")
                .hasMessageContaining("relation \"nowhere\" does not exist");
        assertThat(tables()).containsExactly("migrations", "slice");

        write("V2__parents.sql", "CREATE TABLE parent (id int)");
        assertThat(migrate()).isEqualTo(2);
    }

    @Test
    void refuses_what_cannot_be_rolled_back() throws Exception {
        write("V1__slices.sql", "CREATE TABLE slice (id int)");
        write("V2__index.sql", "CREATE INDEX CONCURRENTLY by_id ON oms_algos.slice (id)");

        assertThatThrownBy(this::migrate)
                .hasMessageContaining("V2__index.sql holds a statement that cannot be rolled back");
        assertThat(column(database, "SELECT version FROM oms_algos.migrations WHERE version IS NOT NULL"))
                .containsExactly("1");
    }

    @Test
    void refuses_code_and_database_that_cannot_belong_together() throws Exception {
        write("V1__slices.sql", "CREATE TABLE slice (id int)");
        write("V2__parents.sql", "CREATE TABLE parent (id int)");
        migrate();

        write("V2__parents.sql", "CREATE TABLE parent (id bigint)");
        assertThatThrownBy(this::migrate)
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.category()).isEqualTo(Category.REFUSED))
                .hasMessageContaining("migrations of oms-algos do not fit the database "
                        + database.status().place())
                .hasMessageContaining("checksum mismatch for migration version 2");

        Files.delete(classes.resolve("db/oms-algos/V2__parents.sql"));
        assertThatThrownBy(this::migrate).hasMessageContaining("applied migration not resolved locally: 2");
        assertThat(tables()).containsExactly("migrations", "parent", "slice");
    }

    @Test
    void refuses_a_gap_what_is_not_numbered_and_nothing() throws Exception {
        assertThatThrownBy(this::migrate).hasMessageContaining("db/oms-algos");
        write("V1__slices.sql", "CREATE TABLE slice (id int)");
        write("V3__parents.sql", "CREATE TABLE parent (id int)");
        assertThatThrownBy(this::migrate)
                .hasMessage(
                        "migrations of oms-algos must be V1, V2, V3 and so on, hold V3__parents.sql where V2 belongs");

        Files.delete(classes.resolve("db/oms-algos/V3__parents.sql"));
        write("R__views.sql", "CREATE VIEW one AS SELECT 1");
        assertThatThrownBy(this::migrate).hasMessageContaining("hold R__views.sql where V2 belongs");
        Files.delete(classes.resolve("db/oms-algos/R__views.sql"));
        write("V2_one_underscore.sql", "SELECT 1");
        assertThatThrownBy(this::migrate).hasMessageContaining("V2_one_underscore.sql");
        assertThat(tables()).isEmpty();
    }

    @Test
    void lets_one_process_at_a_time_migrate() throws Exception {
        write("V1__slices.sql", "CREATE TABLE slice (id int)", "SELECT pg_sleep(0.05)");
        write("V2__parents.sql", "CREATE TABLE parent (id int)");

        List<CompletableFuture<Integer>> all = IntStream.range(0, 4)
                .mapToObj(_ -> CompletableFuture.supplyAsync(this::migrate, Thread.ofPlatform()::start))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(2));
    }
}
