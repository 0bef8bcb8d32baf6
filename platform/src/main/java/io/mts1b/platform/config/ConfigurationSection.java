package io.mts1b.platform.config;

/**
 * The part of the configuration that belongs to one artifact, found by {@link java.util.ServiceLoader}.
 *
 * <p>An implementation is public, has a constructor without arguments that does nothing, and stands in
 * {@code META-INF/services/io.mts1b.platform.config.ConfigurationSection}.
 */
public interface ConfigurationSection {

    /**
     * Returns where the section stands in the file.
     *
     * @return a name in small letters, digits and underscores
     */
    String name();

    /**
     * Returns what the section is bound to.
     *
     * @return a record
     */
    Class<? extends Record> type();

    /**
     * Makes a section.
     *
     * @param name where it stands
     * @param type what it is bound to
     * @return the section
     */
    static ConfigurationSection of(String name, Class<? extends Record> type) {
        return new Plain(name, type);
    }

    /**
     * A section that is not looked for.
     *
     * @param name where it stands
     * @param type what it is bound to
     */
    record Plain(String name, Class<? extends Record> type) implements ConfigurationSection {}
}
