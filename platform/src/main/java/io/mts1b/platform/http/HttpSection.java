package io.mts1b.platform.http;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code http}. */
public final class HttpSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public HttpSection() {}

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Class<? extends Record> type() {
        return HttpSettings.class;
    }
}
