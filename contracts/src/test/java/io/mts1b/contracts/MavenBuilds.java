package io.mts1b.contracts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Runs real Maven builds in this JVM, with the Maven that runs these tests, so that the tenth build is warm. Builds read
 * the local repository of this build and write to one of their own, in which the contracts are put.
 */
final class MavenBuilds {

    /** What a build said. */
    record Result(int exitCode, String log) {}

    private final Path repository;
    private final ClassLoader core;
    private final Object maven;

    /** Prepares Maven; {@code repository} is an empty folder. */
    MavenBuilds(Path repository) throws Exception {
        this.repository = repository;
        Path home = Path.of(property("contracts.maven"));
        System.setProperty("maven.home", home.toString());
        System.setProperty("maven.conf", home.resolve("conf").toString());
        ClassLoader boot = new URLClassLoader(jars(home.resolve("boot")), ClassLoader.getPlatformClassLoader());
        Class<?> worldType = boot.loadClass("org.codehaus.plexus.classworlds.ClassWorld");
        Object world = worldType.getConstructor().newInstance();
        Object realm =
                worldType.getMethod("newRealm", String.class, ClassLoader.class).invoke(world, "plexus.core", boot);
        for (URL jar : jars(home.resolve("lib"))) {
            realm.getClass().getMethod("addURL", URL.class).invoke(realm, jar);
        }
        realm.getClass().getMethod("addURL", URL.class).invoke(realm, url(home.resolve("conf/logging")));
        core = (ClassLoader) realm;
        maven = core.loadClass("org.apache.maven.cli.MavenCli")
                .getConstructor(worldType)
                .newInstance(world);
        String version = property("contracts.version");
        install("io.mts1b", "mts1b-contracts", version, "jar", Path.of(property("contracts.jar")));
        install("io.mts1b", "mts1b-contracts", version, "pom", Path.of(".flattened-pom.xml"));
        install("io.mts1b", "mts1b-bom", version, "pom", Path.of("../bom/pom.xml"));
    }

    /** Runs Maven in a folder. */
    Result run(Path folder, String... arguments) throws Exception {
        // Maven makes system properties of its -D arguments; the next build must not see those of this one.
        Properties properties = (Properties) System.getProperties().clone();
        System.setProperty("maven.multiModuleProjectDirectory", folder.toString());
        List<String> all = new ArrayList<>(List.of(
                "-B",
                "-q",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + property("contracts.repository"),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dversion.contracts=" + property("contracts.version")));
        all.addAll(List.of(arguments));
        if (property("contracts.network").equals("offline: true")) {
            all.add("-o");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(core);
        try {
            int exitCode = (int) maven.getClass()
                    .getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class)
                    .invoke(maven, all.toArray(String[]::new), folder.toString(), log, log);
            return new Result(exitCode, bytes.toString(StandardCharsets.UTF_8));
        } finally {
            thread.setContextClassLoader(before);
            System.setProperties(properties);
        }
    }

    /** Puts a file where builds find it, as {@code install} would, for which the outer build has no plugin at hand. */
    void install(String group, String artifact, String version, String type, Path file) throws IOException {
        Path folder =
                repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        Files.copy(file, folder.resolve(artifact + "-" + version + "." + type));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("-D" + name + " is missing: run these tests with ./mvnw verify");
        }
        return value;
    }

    private static URL[] jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(MavenBuilds::url)
                    .toArray(URL[]::new);
        }
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
