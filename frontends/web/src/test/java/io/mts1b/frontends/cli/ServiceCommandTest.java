package io.mts1b.frontends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.SmallMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {

    @TempDir
    private Path temp;

    @Test
    void services_are_listed() {
        CommandRun run = CommandRun.of("service", "--list");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("demo-oms       Keeps the orders and books of the demo");
        assertThat(CommandRun.of("service", "--list", "--json").out())
                .startsWith("[{\"name\":\"demo-oms\",\"needs\":[],\"description\":\"");
    }

    @Test
    void a_service_that_there_is_not_is_refused_with_those_there_are() {
        assertThat(CommandRun.of("service").code()).isEqualTo(2);
        CommandRun run = CommandRun.of("service", "demo-oms", "omS");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("NAME must be of demo-oms, demo-research, demo-treasury, oms, was demo-oms, omS");
    }

    @Test
    void a_configuration_that_is_wrong_is_refused() {
        CommandRun run = CommandRun.of("service", "demo-treasury", "--set", "bus.serverz=x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("bus.serverz");
    }

    @Test
    void services_run_until_their_input_ends() throws Exception {
        assertThat(CommandRun.of(
                                "demo",
                                "--data",
                                SmallMarket.write(temp.resolve("market.csv"), 2).toString(),
                                "--out",
                                temp.resolve("run").toString())
                        .code())
                .isZero();

        CommandRun run = CommandRun.of(
                "service",
                "demo-treasury",
                "demo-oms",
                "--data",
                temp.resolve("run").toString(),
                "--until-eof",
                "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .matches("\\{\"services\":\\[\"demo-oms\",\"demo-treasury\"],\"pages\":\"http://127.0.0.1:\\d+/\"}\n");
    }

    @Test
    void what_keeps_a_service_from_starting_is_told() {
        CommandRun run = CommandRun.of(
                "service", "demo-oms", "--data", temp.resolve("nothing").toString(), "--until-eof");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("demo-oms does not start").contains("run.json");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void orders_go_live_only_after_somebody_has_typed_it_or_said_so_beforehand() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "c2VjcmV0");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path file = Files.writeString(temp.resolve("mts.yaml"), """
                brokers:
                  kraken: {mode: live, key: "file:%1$s", secret: "file:%1$s", api: "http://127.0.0.1:1"}
                oms:
                  brokers: [{name: kraken, kind: kraken}]
                """.formatted(secret));
        String[] words = {
            "service", "oms", "--data", temp.toString(), "--file", file.toString(), "--until-eof", "--json"
        };

        CommandRun refused = CommandRun.of(words);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("Orders to kraken are with real money. Type 'live kraken' to go on: ")
                .contains("oms does not start: going live must be confirmed by typing 'live kraken', was not");

        String[] said = Arrays.copyOf(words, words.length + 2);
        said[words.length] = "--yes";
        said[words.length + 1] = "live kraken";
        CommandRun goes = CommandRun.of(said);
        assertThat(goes.code()).isZero();
        assertThat(goes.err()).doesNotContain("Type 'live kraken'");
    }
}
