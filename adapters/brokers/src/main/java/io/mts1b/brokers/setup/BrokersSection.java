package io.mts1b.brokers.setup;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code brokers}. */
public final class BrokersSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public BrokersSection() {}

    @Override
    public String name() {
        return "brokers";
    }

    @Override
    public Class<? extends Record> type() {
        return BrokersSettings.class;
    }
}
