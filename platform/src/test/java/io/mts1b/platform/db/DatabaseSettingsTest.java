package io.mts1b.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.db.Failures.Stage;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Secret;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://db:5432/mts";

    private static Configuration load(String... arguments) {
        Map<String, String> environment = Map.of("DB_PASSWORD", "correct-horse");
        return Configuration.load(
                List.of(new DatabaseSection()),
                ConfigurationSources.of(Optional.empty(), environment, List.of(arguments)));
    }

    @Test
    void is_embedded_unless_a_url_is_given() {
        DatabaseSettings settings = load().section(DatabaseSettings.class);

        assertThat(settings.url()).isNull();
        assertThat(settings.pool().connections()).isEqualTo(10);
        assertThat(settings.embedded().account()).isEqualTo("nobody");
        assertThat(Configuration.installedSections())
                .extracting(one -> one.name() + " " + one.type().getSimpleName())
                .contains("db DatabaseSettings");
    }

    @Test
    void takes_the_password_from_where_secrets_are_kept() {
        Configuration configuration =
                load("db.url=" + URL + "?sslmode=verify-full", "db.user=mts", "db.password=env:DB_PASSWORD");
        DatabaseSettings settings = configuration.section(DatabaseSettings.class);

        assertThat(settings.password()).isEqualTo(Secret.of("correct-horse"));
        assertThat(settings.toString()).doesNotContain("correct-horse");
        assertThat(configuration.settings().toString()).doesNotContain("correct-horse");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://mts:hunter2@db:5432/mts",
                "jdbc:postgresql://db:5432/mts?password=hunter2",
                "jdbc:postgresql://db:5432/mts?sslmode=require&PassWord=hunter2",
                "jdbc:postgresql://db:5432/mts?sslpassword=hunter2",
                "jdbc:postgresql://db:5432/mts?user=hunter2",
                "postgres://mts:hunter2@db/mts",
                "jdbc:h2:mem:hunter2"
            })
    void refuses_a_url_that_holds_who_logs_in_and_does_not_repeat_it(String url) {
        assertThatThrownBy(() -> load("db.url=" + url, "db.user=mts"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("url must")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "db.url=jdbc:postgresql://db/mts, url and user must be given together",
        "db.user=mts, url and user must be given together",
        "db.password=env:DB_PASSWORD, password must not be given without url",
        "db.attempts=0, attempts must be 1 to 100",
        "db.pool.connections=0, connections must be 1 to 1000",
        "db.pool.leak_after=1s, leakAfter must be PT2S to a day",
        "db.timeouts.acquire=1ms, acquire must be PT0.25S to a day",
        "db.timeouts.connect=1ms, connect must be PT1S to a day",
        "db.timeouts.statement=2d, statement must be PT0.001S to a day",
        "db.timeouts.idle=2d, idle must be PT0.001S to a day",
        "db.timeouts.check=2d, check must be PT0.001S to a day",
        "db.embedded.account=no body, account must",
        "db.embedded.start=1ms, start must be PT1S to a day",
        "db.embedded.stop=1ms, stop must be PT1S to a day"
    })
    void refuses_what_cannot_be(String argument, String message) {
        assertThatThrownBy(() -> load(argument)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({
        "WORK, 40001, CONFLICT",
        "COMMIT, 40001, CONFLICT",
        "WORK, 40P01, CONFLICT",
        "CONNECT, 08001, UNAVAILABLE",
        "WORK, 08006, UNAVAILABLE",
        "COMMIT, 08006, UNKNOWN",
        "COMMIT, 57P01, UNKNOWN",
        "COMMIT, 23505, REFUSED",
        "COMMIT, 53100, UNAVAILABLE",
        "CONNECT, 53300, UNAVAILABLE",
        "WORK, 25P03, UNAVAILABLE",
        "CONNECT, 28P01, REFUSED",
        "CONNECT, '', UNAVAILABLE",
        "COMMIT, '', UNKNOWN"
    })
    void tells_what_is_known_of_a_transaction_that_failed(Stage stage, String state, Category category) {
        Failures failures = new Failures(URL, Redaction.standard());

        DatabaseException told = failures.of(stage, new SQLException("secret=abcdef", state));

        assertThat(told.category()).isEqualTo(category);
        assertThat(told).hasMessageContaining(URL + ": secret=[REDACTED]").hasNoCause();
    }

    @Test
    void tells_the_reason_that_a_driver_keeps_beneath_or_next() {
        Failures failures = new Failures(URL, Redaction.standard());
        SQLException real = new SQLException("the reason", "23505");
        BatchUpdateException batch = new BatchUpdateException("batch entry 3 was aborted", "23000", new int[0]);
        batch.setNextException(real);

        assertThat(failures.of(Stage.WORK, batch)).hasMessageContaining(": the reason (SQLSTATE 23505)");
        assertThat(failures.of(Stage.CONNECT, new SQLException("the pool's", real))
                        .sqlState())
                .hasValue("23505");
    }
}
