package io.mts1b.contracts.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListerTest {

    @TempDir
    Path root;

    @BeforeEach
    void write() throws IOException {
        for (String name : List.of("b.txt", "a/c.txt", "a/target/d.class", "node_modules/e.js", "ignored.log")) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    @Test
    void lists_all_but_build_output_outside_of_a_repository() {
        assertThat(names()).containsExactly("a/c.txt", "b.txt", "ignored.log");
    }

    @Test
    void lists_what_could_be_committed_in_a_repository() throws Exception {
        Files.writeString(root.resolve(".gitignore"), "target/\n*.log\n");
        assumeTrue(git("init", "-q"), "there is no git here");
        git("add", "b.txt");

        assertThat(names()).containsExactly(".gitignore", "a/c.txt", "b.txt", "node_modules/e.js");

        Files.delete(root.resolve("b.txt"));
        assertThat(names()).containsExactly(".gitignore", "a/c.txt", "node_modules/e.js");
    }

    private boolean git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).directory(root.toFile()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> names() {
        return FileLister.list(root).stream()
                .map(file -> Paths.relative(root, file))
                .toList();
    }
}
