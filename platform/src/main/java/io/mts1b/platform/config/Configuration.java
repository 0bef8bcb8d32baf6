package io.mts1b.platform.config;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.ConfigurationException.Problem;
import io.mts1b.platform.config.Entry.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The configuration of a process: the records of its sections, and where each value is from.
 *
 * <p>Immutable and thread-safe.
 */
public final class Configuration {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final Map<Class<?>, Object> records;
    private final List<Setting> settings;

    private Configuration(Map<Class<?>, Object> records, List<Setting> settings) {
        this.records = records;
        this.settings = List.copyOf(settings);
    }

    /**
     * Finds the sections of all artifacts of this process.
     *
     * @return the sections, by name
     */
    public static List<ConfigurationSection> installedSections() {
        return StreamSupport.stream(
                        ServiceLoader.load(ConfigurationSection.class).spliterator(), false)
                .sorted(Comparator.comparing(ConfigurationSection::name))
                .toList();
    }

    /**
     * Reads a configuration.
     *
     * @param sections what there is to configure, each with a name and a record of its own
     * @param sources where the values are from
     * @return the configuration
     * @throws ConfigurationException if anything is wrong with the values, with all that is
     * @throws IllegalArgumentException if a section is not made as the package describes
     */
    public static Configuration load(List<ConfigurationSection> sections, ConfigurationSources sources) {
        List<Problem> problems = new ArrayList<>();
        ValueTexts texts = new ValueTexts(sources.secrets());
        Map<String, Shape> shapes = shapes(sections, texts);
        Entry.Mapping root = sources.file()
                .map(file -> YamlFile.read(file, problems))
                .orElseGet(() -> Entry.Mapping.empty(Origin.DEFAULT));
        Overlays overlays = new Overlays(root, problems);
        overlays.environment(sources.environment(), shapes);
        overlays.arguments(sources.arguments());
        root.items().forEach((name, entry) -> {
            if (!shapes.containsKey(name)) {
                String hint = Nearest.hint(name, shapes.keySet());
                problems.add(new Problem(entry.origin().where(), name, "must be a known section" + hint));
            }
        });

        Resolution resolution = new Resolution(sources.secrets(), problems);
        RecordBinder binder = new RecordBinder(shapes.values(), texts, resolution, problems);
        Map<Class<?>, Object> records = new LinkedHashMap<>();
        for (ConfigurationSection section : sections) {
            Entry entry = root.items().get(section.name());
            boolean none = entry == null || entry instanceof Entry.Nothing;
            Shape.Group shape = (Shape.Group) Require.present(shapes.get(section.name()), section.name());
            Entry given = none || entry == null ? Entry.Mapping.empty(root.origin()) : entry;
            Object made = binder.bind(section.name(), shape, resolution.group(shape, given, section.name()));
            if (made != null) {
                records.put(section.type(), made);
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new Configuration(records, resolution.settings());
    }

    private static Map<String, Shape> shapes(List<ConfigurationSection> sections, ValueTexts texts) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (ConfigurationSection section : sections) {
            String name = section.name();
            Require.that(NAME.matcher(name).matches(), "name of a section must match " + NAME + ", was " + name);
            Require.that(section.type().isRecord(), "type of section " + name + " must be a record");
            Shape twice = shapes.put(name, Shape.of(section.type(), texts));
            Require.that(twice == null, "sections must have names of their own, " + name + " stands twice");
        }
        return shapes;
    }

    /**
     * Reads a configuration without a file, from the defaults of one record. For tests and tools.
     *
     * @param type a record whose components all have defaults
     * @param <T> the record
     * @return the record
     * @throws ConfigurationException if a component has no default
     */
    public static <T extends Record> T defaults(Class<T> type) {
        ConfigurationSources none = ConfigurationSources.of(Optional.empty(), Map.of(), List.of());
        return load(List.of(ConfigurationSection.of("defaults", type)), none).section(type);
    }

    /**
     * Returns a section.
     *
     * @param type its record
     * @param <T> its record
     * @return the record
     * @throws IllegalArgumentException if there is no such section
     */
    public <T extends Record> T section(Class<T> type) {
        return type.cast(Require.present(records.get(type), "type must be that of a section, was " + type.getName()));
    }

    /**
     * Returns every key with its value and its source.
     *
     * @return the settings, in the order of the sections and their components; secrets are taken out
     */
    public List<Setting> settings() {
        return settings;
    }
}
