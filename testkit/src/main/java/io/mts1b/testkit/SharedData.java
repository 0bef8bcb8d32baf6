package io.mts1b.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the real market data and golden results that lie beside the project, in
 * {@code ../shared/data} seen from its root.
 *
 * <p>Tests that use it carry the tag {@value #TAG}. Where the folder is missing they are skipped, and
 * the reason is printed with the test report.
 */
public final class SharedData {

    /** The JUnit tag of tests that read shared data. */
    public static final String TAG = "shared-data";

    private SharedData() {}

    /**
     * Returns one file or folder of the shared data.
     *
     * @param name the path below {@code shared/data}, such as {@code "quant_goldens/metrics"}
     * @return the path of something that exists
     * @throws org.opentest4j.TestAbortedException if the shared data are not on this machine
     * @throws IllegalArgumentException if they are, but hold no such file
     */
    public static Path path(String name) {
        Optional<Path> root = root();
        if (root.isEmpty()) {
            Missing.part("MTS1B_REQUIRE_SHARED_DATA", "no ../shared/data beside the project, wanted " + name);
        }
        Path path = root.orElseThrow().resolve(name);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException("shared data hold no " + name + ", looked at " + path);
        }
        return path;
    }

    /**
     * Finds one file or folder of the shared data, for what can do without.
     *
     * @param name the path below {@code shared/data}
     * @return the path, or empty if the shared data are not on this machine or hold no such file
     */
    public static Optional<Path> find(String name) {
        return root().map(root -> root.resolve(name)).filter(Files::exists);
    }

    private static Optional<Path> root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path data = folder.resolve("shared").resolve("data");
            if (Files.isDirectory(data)) {
                return Optional.of(data);
            }
        }
        return Optional.empty();
    }
}
