package io.mts1b.platform.messaging;

import io.mts1b.platform.config.ConfigurationSection;

/** The section {@code messaging}. */
public final class MessagingSection implements ConfigurationSection {

    /** For {@link java.util.ServiceLoader}. */
    public MessagingSection() {}

    @Override
    public String name() {
        return "messaging";
    }

    @Override
    public Class<? extends Record> type() {
        return MessagingSettings.class;
    }
}
