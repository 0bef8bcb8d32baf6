package io.mts1b.contracts.facts;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads Java sources with the JDK's own parser: what they define and what they import. Types are not resolved, and what
 * does not parse is left to the compiler to complain about.
 */
public final class SourceReader {

    private SourceReader() {}

    /**
     * Reads all sources below a folder.
     *
     * @param root the folder that paths start from
     * @param folder the folder of sources; it need not exist
     * @param wanted which types to read, by the binary name of the type in whose file they stand
     * @return what they say
     * @throws UncheckedIOException if one cannot be read
     */
    public static Code read(Path root, Path folder, Predicate<String> wanted) {
        List<Path> files = files(folder, wanted);
        if (files.isEmpty()) {
            return Code.NONE;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("sources are read with the compiler of a JDK, and this is only a JRE");
        }
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(_ -> {}, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, _ -> {}, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            List<SourceScan> scans = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                scans.add(SourceScan.of(
                        unit,
                        Trees.instance(task),
                        Paths.relative(root, Path.of(unit.getSourceFile().toUri()))));
            }
            return new Code(
                    scans.stream().flatMap(scan -> scan.types().stream()).toList(),
                    scans.stream().flatMap(scan -> scan.definitions().stream()).toList(),
                    scans.stream().flatMap(scan -> scan.imports().stream()).toList(),
                    List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("sources cannot be read: " + folder, e);
        }
    }

    private static List<Path> files(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> wanted.test(Paths.typeName(folder, path, ".java")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("sources cannot be listed: " + folder, e);
        }
    }
}
