package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.audit.AuditTrail;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.bus.StreamOptions;
import io.mts1b.platform.bus.SubjectPattern;
import io.mts1b.platform.bus.Topic;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.Journal;
import io.mts1b.platform.journal.JournalOptions;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands that print what others have written. */
class PlatformTailTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(boolean json, String... arguments) {
        PrintWriter complaints = new PrintWriter(err);
        Console console = new Console(new PrintWriter(out), complaints, InputStream.nullInputStream(), json);
        CommandLine platform = new CommandLine(CommandLine.Model.CommandSpec.create());
        for (Callable<Integer> command : new PlatformCommands().commands(console)) {
            platform.addSubcommand(command);
        }
        return platform.setErr(complaints).execute(arguments);
    }

    private String journal() {
        try (Journal journal = Journal.open(temp.resolve("log"), JournalOptions.of(DurabilityPolicy.GROUP))) {
            journal.append("one".getBytes(StandardCharsets.UTF_8));
            journal.append(new byte[] {0, (byte) 0xff});
            journal.append("drei ß".getBytes(StandardCharsets.UTF_8));
        }
        return temp.resolve("log").toString();
    }

    private String trail() {
        try (AuditTrail trail =
                AuditTrail.open(temp.resolve("trail"), new ManualClock(Instant.parse("2024-07-03T13:30:00Z")))) {
            trail.append(new ActorId("alice"), "amend", "order-1", "x");
            trail.append(new ActorId("bob"), "cancel", "order-2", 5);
        }
        return temp.resolve("trail").toString();
    }

    @Test
    void a_journal_is_printed_from_where_one_wants() {
        assertThat(run(false, "journal", "tail", journal())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("1  one\n2  0x00ff\n3  drei ß\n");
    }

    @Test
    void programs_get_a_line_of_json_for_each_record() {
        assertThat(run(true, "journal", "tail", journal(), "--from", "2", "--count", "1", "--follow"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("{\"sequence\":2,\"text\":null,\"hex\":\"00ff\"}\n");
    }

    @Test
    void an_audit_trail_is_shown_by_subject() {
        assertThat(run(false, "audit", "show", trail(), "--subject", "order-2")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo("2  2024-07-03T13:30:00Z  bob  cancel  order-2  5\n");
    }

    @Test
    void an_audit_trail_is_verified_against_itself_and_a_head() throws Exception {
        String trail = trail();
        assertThat(run(false, "audit", "verify", trail)).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("sound\nlast entry  2\nhead        2:");
        String head = out.toString().lines().toList().getLast().substring("head        ".length());
        assertThat(run(false, "audit", "verify", trail, "--head", head)).isEqualTo(ExitCode.DONE);
        String other = "2:" + "0".repeat(64);
        assertThat(run(true, "audit", "verify", trail, "--head", other)).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString())
                .contains("{\"sound\":false,\"last_sequence\":2,\"head\":null,\"broken_sequence\":2,");

        Path segment = temp.resolve("trail/0000000000000000001.journal");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[100] ^= 1;
        Files.write(segment, bytes);
        assertThat(run(false, "audit", "verify", trail, "--from", "1")).isEqualTo(ExitCode.FAILED);
        assertThat(out.toString()).contains("broken at entry 1: ");
    }

    @Test
    void the_log_of_a_stream_is_printed() {
        Topic<Integer> topic = new Topic<>(Subject.parse("mts.v1.oms.pings.sent"), Integer.class);
        try (BusNetwork network = InProcessNetwork.open(temp, new ManualClock(Instant.EPOCH))) {
            Bus oms = network.connect("oms");
            oms.keep(StreamOptions.of("PINGS", SubjectPattern.parse("mts.v1.oms.>")));
            for (int i = 1; i <= 2; i++) {
                oms.streamPublisher(topic)
                        .publish(topic.event(new EventId("e-" + i), Instant.EPOCH, i))
                        .join();
            }
        }
        assertThat(run(false, "bus", "log", temp.toString(), "PINGS", "--from", "2"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .isEqualTo("{\"event_id\":\"e-2\",\"subject\":\"mts.v1.oms.pings.sent\","
                        + "\"at\":\"1970-01-01T00:00:00Z\",\"payload\":2}\n");
    }

    @Test
    void what_is_not_there_is_refused() {
        String nothing = temp.resolve("nothing").toString();
        assertThat(run(false, "journal", "tail", nothing)).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "journal", "tail", journal(), "--from", "0")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "audit", "show", nothing)).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "audit", "verify", nothing)).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "audit", "verify", trail(), "--head", "2:xyz")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "audit", "show", journal())).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "bus", "log", nothing, "PINGS")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "bus", "tail", "oms.>", "--count", "0")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "bus", "tail", "--server", "nats://127.0.0.1:1", "--count", "1"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "audit")).isEqualTo(ExitCode.REFUSED);
        assertThat(run(false, "bus")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString())
                .contains("cannot connect to NATS at [nats://127.0.0.1:1]", "Missing subcommand: show or verify");
    }
}
