package io.mts1b.contracts.facts;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads class files: what they define, call, mention and show. */
public final class ClassReader {

    private final Path root;
    private final Path sources;

    private ClassReader(Path root, Path sources) {
        this.root = root;
        this.sources = sources;
    }

    /**
     * Reads the classes below a folder.
     *
     * @param root the folder that paths start from
     * @param sources the folder of their sources, so that places can be shown in them
     * @param classes the folder of classes; it need not exist
     * @param wanted which types to read, by binary name
     * @return what they say
     * @throws UncheckedIOException if one cannot be read
     */
    public static Code read(Path root, Path sources, Path classes, Predicate<String> wanted) {
        List<Path> files = files(classes, wanted);
        return files.isEmpty() ? Code.NONE : new ClassReader(root, sources).read(files);
    }

    private static List<Path> files(Path classes, Predicate<String> wanted) {
        if (!Files.isDirectory(classes)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(classes)) {
            return walk.filter(path -> path.toString().endsWith(".class"))
                    .filter(path -> !path.endsWith("module-info.class"))
                    .filter(path -> wanted.test(Paths.typeName(classes, path, ".class")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("classes cannot be listed: " + classes, e);
        }
    }

    private Code read(List<Path> files) {
        Map<String, JavaClass> known = new LinkedHashMap<>();
        for (JavaClass type : imported(files)) {
            known.put(type.getName(), type);
        }
        List<String> types = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        List<Exposure> exposures = new ArrayList<>();
        for (Path file : files) {
            ClassScan scan = scan(file);
            types.add(scan.type());
            definitions.addAll(scan.definitions());
            uses.addAll(scan.uses());
            JavaClass type = known.get(scan.type());
            if (type != null) {
                ArchScan arch = ArchScan.of(type, scan.path());
                uses.addAll(arch.uses());
                exposures.addAll(arch.exposures());
            }
        }
        return new Code(types, definitions, uses, exposures);
    }

    /** Other people's classes stay names: to resolve them would be slow, and would depend on the class path. */
    private static Iterable<JavaClass> imported(List<Path> files) {
        return ArchConfiguration.withThreadLocalScope(configuration -> {
            configuration.setResolveMissingDependenciesFromClassPath(false);
            return new ClassFileImporter().importPaths(files);
        });
    }

    private ClassScan scan(Path file) {
        try {
            return ClassScan.of(ClassFile.of().parse(file), source -> pathOf(source, file));
        } catch (IOException e) {
            throw new UncheckedIOException("class cannot be read: " + file, e);
        }
    }

    /** The source, or the class itself where the source is generated and lies elsewhere. */
    private String pathOf(String source, Path file) {
        Path path = sources.resolve(source);
        return Paths.relative(root, Files.exists(path) ? path : file);
    }
}
