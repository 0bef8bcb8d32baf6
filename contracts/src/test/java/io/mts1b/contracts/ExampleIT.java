package io.mts1b.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.maven.Fixture;
import io.mts1b.testkit.maven.MavenBuilds;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds the example that shows users how to hold their own code to the contracts, sound and broken. */
class ExampleIT {

    @TempDir
    static Path folder;

    private static MavenBuilds maven;

    @BeforeAll
    static void prepare() {
        maven = new MavenBuilds(Published.into(folder.resolve("repository")));
    }

    @Test
    void builds() {
        MavenBuilds.Result result = build(copy("sound"));

        assertThat(result.exitCode()).as(result.log()).isZero();
    }

    @Test
    void fails_in_the_enforcer() {
        MavenBuilds.Result result = build(broken("enforced"));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.log())
                .contains("ClassContracts failed")
                .contains("[effects] the wall clock is reached for: java.time.Instant.now")
                .contains("here   src/main/java/com/acme/desk/Haste.java:5")
                .doesNotContain("ContractsTest");
    }

    @Test
    void fails_in_the_tests() {
        MavenBuilds.Result result = build(broken("tested"), "-Denforcer.skip=true");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.log())
                .contains("ContractsTest")
                .contains("[effects] the wall clock is reached for: java.time.Instant.now")
                .contains("here   src/main/java/com/acme/desk/Haste.java:5");
    }

    private static MavenBuilds.Result build(Fixture example, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "verify";
        return maven.run(example.root(), all);
    }

    private static Fixture broken(String name) {
        return copy(name).write("src/main/java/com/acme/desk/Haste.java", """
                package com.acme.desk;

                final class Haste {
                    java.time.Instant due() {
                        return java.time.Instant.now();
                    }
                }
                """);
    }

    /** The house file names the folder of the example, so the copy has the same. */
    private static Fixture copy(String name) {
        return Fixture.copy(
                Path.of("../docs/examples/contracts"), folder.resolve(name).resolve("contracts"));
    }
}
