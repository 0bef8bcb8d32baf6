package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.config.ConfigurationSection;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {

    record Desk(@Default("80") int port, @Nullable Secret apiKey) {}

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... arguments) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), json);
        List<ConfigurationSection> sections = List.of(ConfigurationSection.of("desk", Desk.class));
        return new CommandLine(new ConfigCommand(console, sections)).execute(arguments);
    }

    @Test
    void a_sound_configuration_is_said_to_be() {
        assertThat(run(false)).isEqualTo(ExitCode.DONE);
        assertThat(run(true)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("sound, 2 keys\n{\"sound\":true,\"keys\":2}\n");
    }

    @Test
    void every_key_is_explained() throws Exception {
        Path file = Files.writeString(folder.resolve("mts.yaml"), "desk:\n  api_key: env:PATH\n");

        assertThat(run(false, "--explain", "--file", file.toString(), "--set", "desk.port=8080"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo("desk.port     8080      argument desk.port\n" + "desk.api_key  env:PATH  " + file + ":2\n");
    }

    @Test
    void programs_read_json() {
        assertThat(run(true, "--explain")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo("[{\"key\":\"desk.port\",\"value\":\"80\",\"source\":\"default\"},"
                        + "{\"key\":\"desk.api_key\",\"value\":\"\",\"source\":\"not set\"}]\n");
    }

    @Test
    void a_wrong_one_is_refused_with_all_that_is_wrong() {
        assertThat(run(false, "--set", "desk.prot=1", "--set", "desk.port=x")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString())
                .isEqualTo("configuration is refused:\n"
                        + "  argument desk.prot: desk.prot must be a known key, did you mean 'port'?\n"
                        + "  argument desk.port: desk.port must be a whole number from -2147483648 to 2147483647,"
                        + " was 'x'\n");
        assertThat(out.toString()).isEmpty();
    }
}
