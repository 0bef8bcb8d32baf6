package io.mts1b.testkit.maven;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
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
 * Runs real Maven builds in this JVM, with the Maven that runs these tests, so that the tenth build is warm.
 *
 * <p>Builds read the local repository of this build and write to one of their own. They are offline where this build is;
 * a repository in a folder is read even then. Confined to one thread, and one build at a time in the JVM.
 */
public final class MavenBuilds {

    private final Path repository;
    private final ClassLoader core;
    private final Object maven;
    private final Method doMain;

    /**
     * What a build said.
     *
     * @param exitCode 0 where it succeeded
     * @param log what it printed; empty where a quiet build has nothing to complain of
     */
    public record Result(int exitCode, String log) {}

    /**
     * Prepares Maven.
     *
     * @param repository the local repository that the builds write to, an empty folder at first
     */
    public MavenBuilds(MavenRepository repository) {
        this.repository = repository.root();
        Path home = Path.of(BuildProperties.MAVEN.value());
        System.setProperty("maven.home", home.toString());
        System.setProperty("maven.conf", home.resolve("conf").toString());
        try {
            ClassLoader boot = new URLClassLoader(jars(home.resolve("boot")), ClassLoader.getPlatformClassLoader());
            Class<?> worldType = boot.loadClass("org.codehaus.plexus.classworlds.ClassWorld");
            Object world = worldType.getConstructor().newInstance();
            Object realm = worldType
                    .getMethod("newRealm", String.class, ClassLoader.class)
                    .invoke(world, "plexus.core", boot);
            Method addUrl = realm.getClass().getMethod("addURL", URL.class);
            for (URL jar : jars(home.resolve("lib"))) {
                addUrl.invoke(realm, jar);
            }
            addUrl.invoke(realm, url(home.resolve("conf/logging")));
            core = (ClassLoader) realm;
            Class<?> cli = core.loadClass("org.apache.maven.cli.MavenCli");
            maven = cli.getConstructor(worldType).newInstance(world);
            doMain = cli.getMethod("doMain", String[].class, String.class, PrintStream.class, PrintStream.class);
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException("this is no Maven that can run in a JVM: " + home, e);
        }
    }

    /**
     * Runs Maven in a folder.
     *
     * @param folder the folder of the project
     * @param arguments goals and options; {@code -Dmts1b.version} is the version of the house unless they say otherwise
     * @return what it said
     */
    public Result run(Path folder, String... arguments) {
        // Maven makes system properties of its -D arguments; the next build must not see those of this one.
        Properties properties = (Properties) System.getProperties().clone();
        System.setProperty("maven.multiModuleProjectDirectory", folder.toString());
        // Who runs one unit test of ours by name does not mean the tests of the project built here.
        System.clearProperty("test");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream log = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(core);
        try {
            int exitCode = (int) doMain.invoke(maven, all(arguments), folder.toString(), log, log);
            return new Result(exitCode, bytes.toString(StandardCharsets.UTF_8));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Maven did not run in " + folder, e);
        } finally {
            thread.setContextClassLoader(before);
            System.setProperties(properties);
        }
    }

    private String[] all(String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "-B",
                "-q",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.repo.local.tail=" + BuildProperties.REPOSITORY.value(),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Daether.offline.protocols=file",
                "-Dmts1b.version=" + BuildProperties.VERSION.value()));
        all.addAll(List.of(arguments));
        if (BuildProperties.NETWORK.value().equals("offline: true")) {
            all.add("-o");
        }
        return all.toArray(String[]::new);
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
