package io.mts1b.platform.db;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code db}. */
public final class DatabaseSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public DatabaseSection() {}

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Class<? extends Record> type() {
        return DatabaseSettings.class;
    }
}
