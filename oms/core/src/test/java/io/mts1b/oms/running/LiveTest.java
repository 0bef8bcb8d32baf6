package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.oms.Desk;
import io.mts1b.platform.bus.InProcessNetwork;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.health.HealthChecks;
import io.mts1b.platform.metrics.Metrics;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.service.Prompt;
import io.mts1b.platform.service.ServiceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether orders may go live is asked when the service starts; and what cannot be opened is refused then. */
class LiveTest {

    @TempDir
    private Path folder;

    private Configuration configuration(String brokers, String oms) throws Exception {
        Path file = Files.writeString(
                folder.resolve("mts.yaml"), "brokers: " + brokers + "\noms: {brokers: [" + oms + "]}\n");
        return Configuration.load(
                Configuration.installedSections(),
                ConfigurationSources.of(
                        Optional.of(file), Map.of("VENUE_KEY", "key", "VENUE_SECRET", "c2VjcmV0"), List.of()));
    }

    /** Starts, lets the test look, and stops. */
    private void start(Configuration configuration, Prompt prompt, HealthChecks health) throws Exception {
        Metrics metrics = Metrics.of("test");
        try (InProcessNetwork network = InProcessNetwork.open(folder.resolve("bus"), () -> Desk.NOW);
                RunningOms _ = RunningOms.start(
                        new ServiceContext(folder, network, configuration, () -> Desk.NOW, health, metrics, prompt))) {
            assertThat(health.readiness().checks())
                    .anyMatch(check -> check.name().equals("oms-venues") && !check.up());
        } finally {
            metrics.close();
        }
    }

    private static HealthChecks health() {
        return new HealthChecks(Duration.ofSeconds(30), Redaction.standard());
    }

    @Test
    void goes_live_only_after_the_words_were_typed() throws Exception {
        Configuration live = configuration(
                // Nobody listens there.
                "{kraken: {mode: live, key: 'env:VENUE_KEY', secret: 'env:VENUE_SECRET', api: 'http://127.0.0.1:1'}}",
                "{name: kraken, kind: kraken}");
        List<String> questions = new ArrayList<>();
        for (String typed : List.of("", "yes", "live")) {
            assertThatThrownBy(() -> start(
                            live,
                            question -> {
                                questions.add(question);
                                return typed;
                            },
                            health()))
                    .hasMessage("going live must be confirmed by typing 'live kraken', was not");
        }
        assertThat(questions)
                .hasSize(3)
                .containsOnly("Orders to kraken are with real money. Type 'live kraken' to go on: ");
        // Nothing is left of those that did not start.
        start(live, _ -> "live kraken", health());
    }

    @Test
    void refuses_what_does_not_fit_together() {
        assertThatThrownBy(() -> start(configuration("{}", "{name: street, kind: fix}"), Prompt.NOBODY, health()))
                .hasMessage("brokers.fix must have street, has []");
        assertThatThrownBy(() -> configuration("{}", "{name: a, kind: kraken}, {name: b, kind: kraken}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("brokers must have one of kind kraken at most, for it has one account");
        String session = "version: fix44, sender: A, target: B, store: {folder: fix}, instruments: []";
        assertThatThrownBy(() -> start(
                        configuration(
                                "{fix: {street: {" + session + ", mode: live, paper: {host: localhost, port: 1}}}}",
                                "{name: street, kind: fix}"),
                        _ -> "live street",
                        health()))
                .hasMessage("live must say where, in mode live");
        assertThatThrownBy(() -> configuration(
                        "{fix: {street: {" + session + ", paper: {host: example.com, port: 1}}}}",
                        "{name: street, kind: fix}"))
                .hasMessageContaining("paper.host must be this machine, was example.com");
        assertThatThrownBy(() -> configuration(
                        "{fix: {street: {" + session.replace("fix44", "fix42") + "}}}", "{name: street, kind: fix}"))
                .hasMessageContaining("lists must be false in version 4.2, which has no message AF");
    }
}
