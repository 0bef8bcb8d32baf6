package io.mts1b.brokers.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The acceptance scripts of QuickFIX/J, against a session that is set up as ours are: every script passes, or is named here
 * with the reason why it cannot.
 */
@Tag(SharedData.TAG)
abstract class AcceptanceScripts {

    /** The scripts of sessions that we do not open, by the name of their folder or file. */
    private static final Map<String, String> REFUSED = new TreeMap<>(Map.of(
            "LogonUnknownDefaultApplVerID",
                    "expects a reason for refusing an unknown version; QuickFIX/J 2.3.2 passes over the logon, and hangs up",
            "rejectGarbledMessages", "expects garbled messages to be refused; FIX says to pass over them, and we do",
            "validateChecksum", "expects checksums not to be checked; we check them"));

    @TempDir
    private static Path folder;

    private final FixVersion version;
    private final String name;

    /**
     * Plays the scripts of one version.
     *
     * @param name what their folders are called
     */
    AcceptanceScripts(FixVersion version, String name) {
        this.version = version;
        this.name = name;
    }

    @TestFactory
    Stream<DynamicTest> scripts() {
        Path root = SharedData.path("fix/quickfixj_acceptance");
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : definitions(root)) {
            Path relative = root.relativize(file);
            boolean ours = relative.getName(1).toString().equals(name);
            if (ours
                    && REFUSED.keySet().stream()
                            .noneMatch(refused -> relative.toString().contains(refused))) {
                tests.add(DynamicTest.dynamicTest(
                        relative.toString(),
                        () -> ScriptedAcceptor.play(
                                version,
                                folder.resolve(relative.toString()),
                                relative.getName(0).toString(),
                                Script.read(file, version))));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<Path> definitions(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".def"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
