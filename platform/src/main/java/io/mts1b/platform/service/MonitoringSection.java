package io.mts1b.platform.service;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code monitoring}. */
public final class MonitoringSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public MonitoringSection() {}

    @Override
    public String name() {
        return "monitoring";
    }

    @Override
    public Class<? extends Record> type() {
        return MonitoringSettings.class;
    }
}
