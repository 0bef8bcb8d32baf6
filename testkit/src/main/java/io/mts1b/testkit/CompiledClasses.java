package io.mts1b.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The compiled classes of the artifact under test, to see what of the world they use. Immutable and thread-safe. */
public final class CompiledClasses {

    private static final List<String> WORLD = List.of(
            "io/mts1b/platform/",
            "picocli/",
            "java/io/",
            "java/nio/file/",
            "java/net/",
            "java/util/logging/",
            "java/util/concurrent/ThreadLocalRandom",
            "org/slf4j/");

    /** What a name may be of a type that is otherwise harmless. */
    private static final Set<String> OF_SYSTEM =
            Set.of("currentTimeMillis", "nanoTime", "getProperty", "getenv", "in", "out", "err", "exit");

    private final Path root;
    private final List<Path> files;

    private CompiledClasses(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
    }

    /**
     * Finds the classes of a package and of those below it, as Maven compiled them.
     *
     * @param test a test of the artifact
     * @param packageName the package, such as {@code "io.mts1b.quantkit"}
     * @return the classes, tests not among them
     * @throws UncheckedIOException if they cannot be read
     */
    public static CompiledClasses of(Class<?> test, String packageName) {
        try {
            Path root = Path.of(test.getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI()
                    .resolve("../classes/" + packageName.replace('.', '/') + "/"));
            try (Stream<Path> all = Files.walk(root)) {
                return new CompiledClasses(
                        root,
                        all.filter(file -> file.toString().endsWith(".class"))
                                .sorted()
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns those of one package below.
     *
     * @param name its name below the package, such as {@code "commands"}
     * @return the classes of it
     */
    public CompiledClasses in(String name) {
        return new CompiledClasses(
                root,
                files.stream()
                        .filter(file -> file.startsWith(root.resolve(name)))
                        .toList());
    }

    /**
     * Returns all but those of one package below.
     *
     * @param name its name below the package, such as {@code "commands"}
     * @return the other classes
     */
    public CompiledClasses outside(String name) {
        return new CompiledClasses(
                root,
                files.stream()
                        .filter(file -> !file.startsWith(root.resolve(name)))
                        .toList());
    }

    /**
     * Returns how many there are.
     *
     * @return the number of class files
     */
    public int size() {
        return files.size();
    }

    /**
     * Returns what they use of the world: files, network, processes, clocks, logs, chance and the platform.
     *
     * @return a line for each class and each thing it uses, such as {@code "a/B uses java/io/Reader"}; empty if they are
     *     pure
     * @throws UncheckedIOException if one cannot be read
     */
    public List<String> effects() {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            try {
                ClassModel type = ClassFile.of().parse(file);
                String name = type.thisClass().asInternalName();
                type.constantPool()
                        .forEach(entry -> effect(entry).ifPresent(used -> found.add(name + " uses " + used)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<String> effect(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry used when isWorld(used.asInternalName()) -> Optional.of(used.asInternalName());
            case MemberRefEntry used
            when isWorld(used.owner().asInternalName(), used.name().stringValue()) ->
                Optional.of(used.owner().asInternalName() + "." + used.name().stringValue());
            default -> Optional.empty();
        };
    }

    private static boolean isWorld(String type) {
        return WORLD.stream().anyMatch(type::startsWith) && !type.equals("java/io/Serializable");
    }

    private static boolean isWorld(String type, String member) {
        return (type.startsWith("java/time/") && (member.equals("now") || member.startsWith("system")))
                || (type.equals("java/lang/System") && OF_SYSTEM.contains(member))
                || (type.equals("java/lang/Math") && member.equals("random"));
    }
}
