package io.mts1b.platform.logging.internal;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * What Logback starts with, before any file it would look for: warnings and errors, for people, without secrets.
 *
 * <p>Logback finds it by {@link java.util.ServiceLoader}.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class EarlyLogging extends ContextAwareBase implements Configurator {

    /** For {@link java.util.ServiceLoader}. */
    public EarlyLogging() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        LogOutput.early(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
