package io.mts1b.frontends.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.frontends.CommandRun;
import io.mts1b.frontends.FolderBytes;
import io.mts1b.frontends.SmallMarket;
import io.mts1b.frontends.demo.RunPlan.Request;
import io.mts1b.testkit.NatsServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with each service in a process of its own, around a real server. */
class ProcessesIT {

    @TempDir
    private Path temp;

    private Path data = Path.of("unset");
    private NatsServer server;

    @BeforeEach
    void start() throws IOException {
        data = SmallMarket.write(temp.resolve("market.csv"), 5);
        server = NatsServer.start(temp);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CommandRun demo(String out, String... more) {
        String[] words = {
            "demo", "--data", data.toString(), "--out", temp.resolve(out).toString()
        };
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandRun.of(all);
    }

    /** Returns the bytes of a run; what connects services in one process is not there in several. */
    private SortedMap<String, String> bytes(String out) throws Exception {
        SortedMap<String, String> bytes = FolderBytes.of(temp.resolve(out));
        bytes.keySet().removeIf(file -> file.startsWith("bus"));
        return bytes;
    }

    @Test
    void in_several_processes_a_run_ends_like_in_one() throws Exception {
        assertThat(demo("one").code()).isZero();

        CommandRun several = demo("several", "--nats", server.address());

        assertThat(several.code()).as(several.err()).isZero();
        assertThat(bytes("several")).containsKeys("summary.json", "report.html").isEqualTo(bytes("one"));
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count())
                .isEqualTo(1); // The server.
    }

    @Test
    void when_a_service_is_killed_the_run_fails_by_its_name_and_can_go_on() throws Exception {
        assertThat(demo("one").code()).isZero();
        Request request = new Request("market.csv", 1, Money.parse("1000000 USD"), Request.AUTO, true);
        Placement processes = new Placement.Processes(URI.create(server.address()));

        assertThatThrownBy(() -> Demo.run(request, data, temp.resolve("killed"), false, processes, new RunProgress() {
                    @Override
                    public void step(String text) {
                        // Not yet.
                    }

                    @Override
                    public void session(LocalDate date, int done, int all, Money nav) {
                        if (done == all / 2) {
                            killFirst();
                        }
                    }
                }))
                .hasMessage("service demo-oms has ended, with exit code 137");

        CommandRun resumed = demo("killed", "--resume", "--nats", server.address());
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(bytes("killed").get("summary.json")).isEqualTo(bytes("one").get("summary.json"));
    }

    /** Kills the first service that was started, which has the log. */
    private static void killFirst() {
        assertThat(ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .min(Comparator.naturalOrder())
                        .map(ProcessHandle::destroyForcibly))
                .contains(true);
    }

    @Test
    void without_the_server_it_says_so() {
        server.close();

        CommandRun run = demo("alone", "--nats", server.address());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cannot connect to NATS at [" + server.address() + "]");
    }
}
