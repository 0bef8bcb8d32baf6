package io.mts1b.contracts.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lists the files that could be committed: in a Git repository what is tracked or neither tracked nor ignored, elsewhere
 * all but build output.
 */
public final class FileLister {

    private static final List<String> OUTPUT = List.of(".git", "target", "build", "node_modules", ".idea", ".gradle");

    private static final Pattern NUL = Pattern.compile("\0");

    private FileLister() {}

    /**
     * Lists them.
     *
     * @param folder where to start
     * @return the files, sorted
     * @throws UncheckedIOException if the folder cannot be read
     */
    public static List<Path> list(Path folder) {
        try {
            Path base = folder.toAbsolutePath().normalize();
            return byGit(base).orElseGet(() -> byWalk(base));
        } catch (IOException e) {
            throw new UncheckedIOException("files cannot be listed: " + folder, e);
        }
    }

    /** Returns nothing where there is no Git, or no repository. */
    private static Optional<List<Path>> byGit(Path folder) throws IOException {
        Process git;
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            // In a hook these point at the repository of the hook, wherever the folder lies.
            builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
            git = builder.start();
        } catch (IOException e) {
            return Optional.empty();
        }
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (exit(git) != 0) {
            return Optional.empty();
        }
        return Optional.of(NUL.splitAsStream(names)
                .filter(name -> !name.isEmpty())
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .distinct()
                .sorted()
                .toList());
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git listed files", e);
        }
    }

    private static List<Path> byWalk(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean output = OUTPUT.contains(String.valueOf(directory.getFileName()));
                    return output ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("files cannot be listed: " + folder, e);
        }
        files.sort(null);
        return List.copyOf(files);
    }
}
