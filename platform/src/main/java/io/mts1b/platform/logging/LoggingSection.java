package io.mts1b.platform.logging;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code logging}. */
public final class LoggingSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public LoggingSection() {}

    @Override
    public String name() {
        return "logging";
    }

    @Override
    public Class<? extends Record> type() {
        return LoggingSettings.class;
    }
}
