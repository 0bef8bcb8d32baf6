package io.mts1b.platform.service;

import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSection;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.config.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts platform config [--explain]}. */
@Command(name = "config", description = "Checks the configuration, and explains where each value is from.")
final class ConfigCommand implements Callable<Integer> {

    private final Console console;
    private final List<ConfigurationSection> sections;

    @Option(names = "--explain", description = "Lists every key with its value and its source.")
    private boolean explain;

    @Option(names = "--file", paramLabel = "<file>", description = "The YAML file; without it there is none.")
    private @Nullable Path file;

    @Option(names = "--set", paramLabel = "<key=value>", description = "Sets a key, over all other sources.")
    private List<String> arguments = new ArrayList<>();

    ConfigCommand(Console console, List<ConfigurationSection> sections) {
        this.console = console;
        this.sections = sections;
    }

    /** What is said to programs where nothing is explained. */
    record Soundness(boolean sound, int keys) {}

    @Override
    public Integer call() {
        List<Setting> settings;
        try {
            ConfigurationSources sources = ConfigurationSources.of(
                    Optional.ofNullable(file), ConfigurationSources.environmentOfProcess(), arguments);
            settings = Configuration.load(sections, sources).settings();
        } catch (ConfigurationException e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
        if (explain) {
            console.print(settings, table(settings));
        } else {
            console.print(new Soundness(true, settings.size()), "sound, " + settings.size() + " keys");
        }
        return ExitCode.DONE;
    }

    private static String table(List<Setting> settings) {
        int key = settings.stream().mapToInt(one -> one.key().length()).max().orElse(0);
        int value =
                settings.stream().mapToInt(one -> one.value().length()).max().orElse(0);
        List<String> lines = settings.stream()
                .map(one -> pad(one.key(), key) + "  " + pad(one.value(), value) + "  " + one.source())
                .toList();
        return String.join("\n", lines);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
