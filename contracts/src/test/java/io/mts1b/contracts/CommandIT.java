package io.mts1b.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.TestTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the command as the launcher does: in a JVM of its own, with what it needs at run time and no more. */
class CommandIT {

    @TempDir
    Path root;

    @Test
    void runs_without_maven_and_junit_and_is_quiet_on_the_error_stream() throws Exception {
        new TestTree(root)
                .module("engines/llm", "mts1b-llm")
                .source("engines/llm", "package io.mts1b.llm; class Hrp {}")
                .compile();
        String classPath = System.getProperty("contracts.jar")
                + System.getProperty("path.separator")
                + Files.readString(Path.of("target/classpath")).strip();
        Path out = root.resolve("out");
        Path err = root.resolve("err");

        int exitCode = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        Main.class.getName(),
                        "--root",
                        root.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(Files.readString(err, StandardCharsets.UTF_8)).isEmpty();
        assertThat(exitCode).isEqualTo(1);
        assertThat(Files.readString(out, StandardCharsets.UTF_8))
                .contains("[concepts] concept 1, Hierarchical risk parity")
                .endsWith("\n1 violations.\n");
    }
}
