package io.mts1b.frontends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.SmallMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtsTest {

    @TempDir
    private Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void tells_what_there_is(String word) {
        CommandRun run = CommandRun.of(word);

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: mts")
                .contains("demo ", "up ", "version ", "platform", "foundation", "help ");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "up", "version"})
    void every_command_explains_itself(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: mts " + command).contains("--json");
        assertThat(CommandRun.of("help", command).out()).isEqualTo(run.out());
    }

    @Test
    void commands_of_other_artifacts_are_found_and_get_their_options() {
        CommandRun run = CommandRun.of("foundation", "schema", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Usage: mts foundation schema");
    }

    @Test
    void prints_its_version_for_people_and_for_programs() {
        assertThat(CommandRun.of("version").out()).startsWith("MTS1B ").contains(" on Java 25");
        assertThat(CommandRun.of("version", "--json").out())
                .startsWith("{\"mts1b\":\"")
                .contains("\"java\":\"25");
        assertThat(CommandRun.of("--version").out()).startsWith("MTS1B ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demmo", "--colour", "foundation nothing", "demo --seed x", "demo left over"})
    void wrong_usage_is_refused_with_a_hint(String line) {
        CommandRun run = CommandRun.of(line.split(" ", -1));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mts: ").contains("--help'");
    }

    @Test
    void a_group_without_a_command_is_refused() {
        CommandRun run = CommandRun.of("platform");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("mts: ");
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_failure_with_a_cause() throws Exception {
        Path file = Files.writeString(temp.resolve("file"), "no folder");
        Path market = SmallMarket.write(temp.resolve("market.csv"), 1);

        CommandRun run = CommandRun.of(
                "demo",
                "--data",
                market.toString(),
                "--out",
                file.resolve("out").toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines().toList().getLast())
                .startsWith("mts: cannot")
                .contains(file.toString());
    }

    @Test
    void a_port_that_is_none_is_refused() {
        CommandRun run = CommandRun.of("up", "--port", "70000");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("mts: ").contains("port must be in [0, 65535], was 70000");
    }
}
