package io.mts1b.platform.bus;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code bus}. */
public final class BusSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public BusSection() {}

    @Override
    public String name() {
        return "bus";
    }

    @Override
    public Class<? extends Record> type() {
        return BusSettings.class;
    }
}
