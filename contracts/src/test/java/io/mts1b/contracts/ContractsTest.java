package io.mts1b.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.contracts.facts.TestTree;
import io.mts1b.contracts.rules.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsTest {

    @TempDir
    Path root;

    @BeforeEach
    void write_a_users_project() {
        new TestTree(root)
                .module("desk", "desk", "io.mts1b:mts1b-quantkit:compile")
                .source("desk", """
                        package com.acme.desk;
                        public final class Desk {
                            static double sharpe(double mean, double deviation) { return mean / deviation; }
                        }
                        """)
                .source("desk", "package com.acme.generated; class HrpThing {}")
                .compile();
    }

    @Test
    void look_at_the_packages_they_are_over() {
        assertThat(violations(Contracts.over("com.acme")))
                .containsExactly(
                        "concept 1, Hierarchical risk parity, is defined a second time by its name",
                        "concept 4, Sharpe, Calmar, max drawdown and family, is defined a second time by its name");
        assertThat(violations(Contracts.over("com.acme.desk")))
                .containsExactly(
                        "concept 4, Sharpe, Calmar, max drawdown and family, is defined a second time by its name");
    }

    @Test
    void make_a_test_of_each_rule() throws Throwable {
        List<DynamicTest> tests =
                Contracts.over("com.acme.desk").in(root.resolve("desk")).tests().toList();

        assertThat(tests).hasSize(10);
        DynamicTest edges = tests.get(1);
        assertThat(edges.getDisplayName())
                .startsWith("edges: Artifacts use what is on floors below")
                .contains("(1 dependencies, ");
        edges.getExecutable().execute();
        assertThatThrownBy(() -> tests.get(4).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("[concepts] concept 4")
                .hasMessageContaining("src/main/java/com/acme/desk/Desk.java:3")
                .hasMessageContaining("io.mts1b.quantkit.metrics");
    }

    @Test
    void hold_to_the_effects_who_asks_for_it() throws Exception {
        new TestTree(root)
                .module("desk", "desk")
                .source("desk", "package com.acme.desk; class Watch { long at() { return System.nanoTime(); } }")
                .compile();
        Path house = Files.writeString(root.resolve("house.yaml"), "effects: {watched: [com.acme.desk]}");

        assertThat(violations(Contracts.over("com.acme.desk"))).hasSize(1);
        assertThat(violations(Contracts.over("com.acme.desk").house(house)))
                .contains("the wall clock is reached for: java.lang.System.nanoTime");
    }

    @Test
    void let_be_what_the_house_allows_for_a_reason() throws Exception {
        new TestTree(root)
                .module("desk", "desk")
                .source(
                        "desk",
                        "package com.acme.desk; class Set { Object it() { return new java.util.HashSet<>(); } }")
                .compile();
        Path strict = Files.writeString(root.resolve("strict.yaml"), "replayed: {packages: [com.acme]}");
        Path loose = Files.writeString(root.resolve("loose.yaml"), """
                replayed: {packages: [com.acme], allow: [{type: com.acme.desk.Set, reason: never walked}]}
                """);

        assertThat(violations(Contracts.over("com.acme.desk").house(strict))).hasSize(2);
        assertThat(violations(Contracts.over("com.acme.desk").house(loose))).hasSize(1);
    }

    @Test
    void refuse_to_prove_anything_by_looking_at_nothing() throws Exception {
        assertThatThrownBy(() -> Contracts.over("com.acmee").in(root).outcomes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no class in the packages [com.acmee] below ");
        assertThatThrownBy(() -> Contracts.over().in(root.resolve("desk/src")).outcomes())
                .hasMessage("no pom.xml in " + root.resolve("desk/src"));

        Files.writeString(
                root.resolve("pom.xml"),
                Files.readString(root.resolve("pom.xml")).replace("desk<", "late<"));
        new TestTree(root).module("late", "late").source("late", "package com.acme.late; class Late {}");
        assertThatThrownBy(() -> Contracts.over().in(root).outcomes())
                .hasMessage("not compiled: late; run ./mvnw test-compile first");
    }

    private List<String> violations(Contracts contracts) {
        return contracts.in(root).outcomes().stream()
                .map(Outcome::violations)
                .flatMap(List::stream)
                .map(one -> one.message())
                .toList();
    }
}
