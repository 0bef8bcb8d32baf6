package io.mts1b.oms.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.oms.OmsPolicy;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmsSettingsTest {

    @TempDir
    private Path folder;

    private OmsSettings load(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("mts.yaml"), yaml);
        return Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(Optional.of(file), Map.of(), List.of()))
                .section(OmsSettings.class);
    }

    @Test
    void without_a_word_it_trades_nowhere_and_offers_no_api() throws IOException {
        OmsSettings settings = load("");

        assertThat(settings.brokers()).isEmpty();
        assertThat(settings.stop()).isEqualTo(OmsPolicy.Stop.CANCEL_ORDERS);
        assertThat(settings.api()).isNull();
        assertThat(settings.keys()).isEmpty();
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatThrownBy(() -> load("oms:\n  operators:\n    anna: " + "0".repeat(64) + "\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("operators must be two at least, or none");
        assertThatThrownBy(() -> load("oms:\n  routes:\n    - {fund: alpha, broker: nowhere}\n"))
                .hasMessageContaining("route 1 of fund alpha must lead to one of [], was nowhere");
        assertThatThrownBy(() -> load("oms:\n  brokers:\n    - {name: a, kind: paper}\n    - {name: a, kind: paper}\n"))
                .hasMessageContaining("brokers must differ by name");
        assertThatThrownBy(() -> load("oms:\n  tick: 1h\n")).hasMessageContaining("tick must be 1 ms to 10 s");
    }
}
