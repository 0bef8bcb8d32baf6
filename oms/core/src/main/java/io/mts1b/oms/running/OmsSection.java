package io.mts1b.oms.running;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code oms}. */
public final class OmsSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public OmsSection() {}

    @Override
    public String name() {
        return "oms";
    }

    @Override
    public Class<? extends Record> type() {
        return OmsSettings.class;
    }
}
