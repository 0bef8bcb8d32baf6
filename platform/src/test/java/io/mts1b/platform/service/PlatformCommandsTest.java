package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a launcher runs them: found by name of the artifact, parsed by picocli. */
class PlatformCommandsTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private InputStream in = InputStream.nullInputStream();

    private int run(boolean json, String... arguments) {
        PrintWriter complaints = new PrintWriter(err);
        Console console = new Console(new PrintWriter(out), complaints, in, json);
        CommandLine root =
                new CommandLine(CommandLine.Model.CommandSpec.create().name("mts"));
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            CommandLine artifact = new CommandLine(CommandLine.Model.CommandSpec.create());
            for (Callable<Integer> command : provider.commands(console)) {
                artifact.addSubcommand(command);
            }
            root.addSubcommand(provider.artifact(), artifact);
        }
        return root.setErr(complaints).execute(arguments);
    }

    private Path log() {
        Path directory = temp.resolve("log");
        try (Journal journal = Journal.open(directory, JournalOptions.of(DurabilityPolicy.GROUP))) {
            journal.append(new byte[] {1, 2, 3});
        }
        return directory;
    }

    @Test
    void the_provider_is_found() {
        List<String> artifacts = new ArrayList<>();
        ServiceLoader.load(CommandProvider.class).forEach(provider -> artifacts.add(provider.artifact()));

        assertThat(artifacts).contains("platform");
    }

    @Test
    void a_sound_journal_is_done() {
        assertThat(run(false, "platform", "journal", "verify", log().toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("sound\nfirst record 1\nlast record  1\nchain hash   ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void programs_read_json() {
        assertThat(run(true, "platform", "journal", "verify", log().toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .matches(
                        "\\{\"sound\":true,\"first_sequence\":1,\"last_sequence\":1,\"chain_hash\":\"[0-9a-f]{64}\",\"torn_tail_bytes\":null,"
                                + "\"bad_sequence\":null,\"bad_file\":null,\"reason\":null}\n");
    }

    @Test
    void a_damaged_journal_is_failed_and_named() throws Exception {
        Path directory = log();
        Path segment = directory.resolve("0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length - 50] ^= 1;
        Files.write(segment, bytes);

        assertThat(run(true, "platform", "journal", "verify", directory.toString()))
                .isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("\"sound\":false", "\"bad_sequence\":1", "\"reason\":\"its payload is damaged\"");
    }

    @Test
    void what_is_no_journal_is_refused() {
        assertThat(run(false, "platform", "journal", "verify", temp.toString())).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).isEqualTo("journal has no segment in " + temp + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrong_usage_is_refused() {
        assertThat(run(false, "platform", "journal")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "platform", "journal", "verify")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "foundation", "schema", "foundation.orders.ordre"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("Missing subcommand: verify", ", was foundation.orders.ordre");
    }

    @Test
    void schemas_are_listed_and_printed() {
        assertThat(run(false, "foundation", "schema")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\nfoundation.orders.order\n");
        assertThat(run(false, "foundation", "schema", "foundation.numbers.price"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("\"$id\": \"urn:mts1b:foundation.numbers.price\"");
    }

    @Test
    void what_is_piped_in_comes_out_without_secrets() {
        in = new ByteArrayInputStream("a password=hünter2 ACC-7\nç".getBytes(StandardCharsets.UTF_8));

        assertThat(run(false, "platform", "redact", "--pattern", "ACC-[0-9]+")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("a password=[REDACTED] [REDACTED]\nç");
    }

    @Test
    void a_key_across_two_blocks_is_taken_out_whole() {
        String key =
                "-----BEGIN " + "PRIVATE KEY-----\n" + "MHcC\n".repeat(20_000) + "-----END " + "PRIVATE KEY-----\n";
        String lines = "an ordinary line\n".repeat(60_000);
        in = new ByteArrayInputStream((lines + key + lines).getBytes(StandardCharsets.UTF_8));

        assertThat(run(false, "platform", "redact")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(lines + "[REDACTED]\n" + lines);
    }

    @Test
    void a_pattern_that_is_none_is_refused() {
        assertThat(run(false, "platform", "redact", "--pattern", "(")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).startsWith("regex must be an RE2 pattern, was '('");
    }
}
