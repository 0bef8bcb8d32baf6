package io.mts1b.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusSettingsTest {

    @TempDir
    private Path folder;

    private static BusSettings settings(String... arguments) {
        return Configuration.load(
                        List.of(new BusSection()),
                        ConfigurationSources.of(Optional.empty(), Map.of(), List.of(arguments)))
                .section(BusSettings.class);
    }

    @Test
    void without_servers_the_network_is_in_this_process() {
        try (BusNetwork network = settings().open(folder, WallClock.source())) {
            assertThat(network).isInstanceOf(InProcessNetwork.class);
        }
    }

    @Test
    void with_servers_it_is_around_them() {
        try (BusNetwork network =
                settings("bus.servers=nats://localhost:1", "bus.patience=50ms").open(folder, WallClock.source())) {
            assertThatThrownBy(() -> network.connect("desk"))
                    .isInstanceOf(BusException.class)
                    .hasMessageContaining("cannot connect to NATS at [nats://localhost:1]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    bus.servers=http://localhost:4222 | servers must be nats://<host>:<port> or tls://<host>:<port>
                    bus.servers=localhost | servers must be nats://<host>:<port> or tls://<host>:<port>
                    bus.user=desk                           | user and password must be given together
                    bus.certificates=own.pem                | certificates and privateKey must be given together
                    bus.patience=1ms                        | patience must be 10 ms to 5 min
                    bus.patience=6m                         | patience must be 10 ms to 5 min
                    """)
    void what_does_not_fit_is_refused(String argument, String message) {
        assertThatThrownBy(() -> settings(argument))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_password_in_an_address_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> settings("bus.servers=nats://desk:hunter2@localhost:4222"))
                .hasMessageContaining("servers must not hold names and passwords; set user")
                .hasMessageNotContaining("hunter2");
    }
}
