package io.mts1b.platform.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class EarlyLoggingTest {

    @Test
    void logback_starts_with_it_and_reads_no_file() {
        LoggerContext context = new LoggerContext();
        Configurator early = ServiceLoader.load(Configurator.class).stream()
                .filter(provider -> provider.type() == EarlyLogging.class)
                .findFirst()
                .orElseThrow()
                .get();

        assertThat(early.configure(context)).isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.iteratorForAppenders()).toIterable().singleElement().isInstanceOf(RedactingAppender.class);
    }
}
