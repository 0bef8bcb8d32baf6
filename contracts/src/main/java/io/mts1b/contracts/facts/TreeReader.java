package io.mts1b.contracts.facts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a whole reactor as it lies on disk, in Maven's own layout. */
public final class TreeReader {

    private final Path root;
    private final Predicate<String> wanted;
    private final List<Module> modules = new ArrayList<>();

    private TreeReader(Path root, Predicate<String> wanted) {
        this.root = root;
        this.wanted = wanted;
    }

    /**
     * Reads the module at the root and all below it.
     *
     * @param root the folder with the first POM
     * @param wanted which types to read, by binary name
     * @return the tree
     * @throws java.io.UncheckedIOException if a POM, source, class or folder cannot be read
     */
    public static Tree read(Path root, Predicate<String> wanted) {
        TreeReader reader = new TreeReader(root, wanted);
        reader.module(root.resolve("pom.xml"));
        return new Tree(root, reader.modules, FileLister.list(root));
    }

    private void module(Path file) {
        Pom pom = PomReader.read(root, file);
        Path folder = file.resolveSibling("");
        Path sources = folder.resolve("src/main/java");
        modules.add(new Module(
                Paths.relative(root, folder),
                pom,
                SourceReader.read(root, sources, wanted),
                ClassReader.read(root, sources, folder.resolve("target/classes"), wanted)));
        for (String child : pom.modules()) {
            Path path = folder.resolve(child).normalize();
            module(Files.isDirectory(path) ? path.resolve("pom.xml") : path);
        }
    }
}
