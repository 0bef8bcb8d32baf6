package io.mts1b.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.TestTree;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The smaller rules, on both sides of their lines. */
class RulesTest {

    private static final House HOUSE = HouseFile.standard();

    @TempDir
    Path root;

    @Test
    void have_names_of_their_own_and_say_what_they_demand() {
        assertThat(Rule.all().stream().map(Rule::id))
                .containsExactly(
                        "rooms",
                        "edges",
                        "cycles",
                        "bare",
                        "concepts",
                        "api",
                        "effects",
                        "replay",
                        "reserved",
                        "secrets");
        assertThat(Rule.all()).allSatisfy(rule -> assertThat(rule.sentence()).endsWith("."));
    }

    @Test
    void are_content_with_a_sound_tree_and_look_at_all_of_it() {
        Tree tree = new TestTree(root)
                .module("foundation", "mts1b-foundation", "org.jspecify:jspecify:provided")
                .module(
                        "quantkit",
                        "mts1b-quantkit",
                        "io.mts1b:mts1b-foundation:compile",
                        "io.mts1b:mts1b-testkit:test")
                .source("foundation", "package io.mts1b.foundation; public record Price(long ticks) {}")
                .source("quantkit", """
                        package io.mts1b.quantkit;
                        import io.mts1b.foundation.Price;
                        import java.time.Clock;
                        import java.util.*;
                        import java.util.random.RandomGenerator;
                        public final class Prices {
                            public List<Price> at(Clock clock, RandomGenerator random) {
                                Map<String, Object> seen = new LinkedHashMap<>();
                                seen.put("at", java.time.Instant.now(clock));
                                seen.put("draw", new SplittableRandom(7).nextInt());
                                return List.of(new Price(random.nextInt()));
                            }
                        }
                        """)
                .source("quantkit", """
                        package io.mts1b.quantkit.more;
                        public record More(io.mts1b.quantkit.Prices prices) {}
                        """)
                .read();

        for (Rule rule : Rule.all()) {
            Outcome outcome = rule.check(HOUSE, tree);
            assertThat(outcome.violations()).as(rule.id()).isEmpty();
            assertThat(outcome.blind()).as(rule.id()).isFalse();
        }
    }

    @Test
    void edges_refuse_an_artifact_the_house_does_not_know_and_build_tools_in_main_code() {
        Tree tree = new TestTree(root)
                .module("oms", "mts1b-oms", "io.mts1b:mts1b-nonsense:compile", "io.mts1b:mts1b-testkit:compile")
                .read();

        assertThat(messages(new EdgesRule(), tree))
                .containsExactly(
                        "oms (floor 5) depends on io.mts1b:mts1b-nonsense, which the house does not know",
                        "oms (floor 5) depends on testkit (beside the floors): a build tool is for tests alone");
    }

    @Test
    void edges_let_a_user_use_the_house_but_not_its_inside() {
        Tree tree = new TestTree(root)
                .module("frontends/web", "mts1b-frontends")
                .module("desk", "desk", "io.mts1b:mts1b-frontends:compile")
                .source("frontends/web", "package io.mts1b.frontends.internal; public class Hidden {}")
                .source("desk", "package com.acme; class Desk { io.mts1b.frontends.internal.Hidden hidden; }")
                .read();

        assertThat(messages(new EdgesRule(), tree))
                .containsExactly(
                        "your code uses io.mts1b.frontends.internal.Hidden, which is internal to frontends (floor 7)");
    }

    @Test
    void api_refuses_each_leak_once_and_lets_a_user_show_the_types_of_the_group() {
        Tree tree = new TestTree(root)
                .module("lib", "lib")
                .module("desk", "desk")
                .module("portfolio", "mts1b-portfolio")
                .source("lib", "package org.lib; public class Thing extends Exception {}")
                .source("lib", "package com.acme.core; public class Core {}")
                .source("desk", """
                        package com.acme.desk;
                        public interface Desk { com.acme.core.Core core(); java.util.List<String> names(); }
                        """)
                .source("portfolio", """
                        package io.mts1b.portfolio;
                        public abstract class Book {
                            protected abstract void one() throws org.lib.Thing;
                            public <T extends org.lib.Thing> void two() {}
                            void three(org.lib.Thing thing) {}
                        }
                        """)
                .read();

        assertThat(messages(new ApiRule(), tree))
                .containsExactly(
                        "io.mts1b.portfolio.Book shows the third-party type org.lib.Thing to everybody who uses it");
    }

    @ParameterizedTest
    @CsvSource({
        "io.mts1b.platform.clock, java.time.Instant.now(), 0",
        "io.mts1b.platform.clocks, java.time.Instant.now(), 1",
        "io.mts1b.platform.security, new java.security.SecureRandom(), 0",
        "io.mts1b.platform.config, System.getenv(), 0",
        "io.mts1b.platform.logging, System.err, 0",
        "io.mts1b.platform.bus, System.err, 1",
        "io.mts1b.platform.bus, new java.util.Random(1), 0",
        "io.mts1b.platform.bus, new java.util.Random(), 1",
        "io.mts1b.platform.bus, java.time.LocalDate.now(java.time.ZoneOffset.UTC), 1",
        "com.acme, System.nanoTime(), 0"
    })
    void effects_belong_to_their_owners_and_users_choose_to_be_watched(String room, String code, int violations) {
        Tree tree = new TestTree(root)
                .module("platform", "mts1b-platform")
                .source("platform", "package " + room + "; class Reach { Object it() { return " + code + "; } }")
                .read();

        assertThat(messages(new EffectsRule(), tree)).hasSize(violations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.util.HashMap<String, String>()",
                "new java.util.HashSet<String>() {}",
                "java.util.Set.of(1, 2)",
                "java.util.Map.of(1, 2, 3, 4)",
                "java.util.Set.of(new Integer[] {1, 2})",
                "java.util.Map.copyOf(new java.util.TreeMap<String, String>())",
                "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toSet())",
                "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.groupingBy(x -> x))",
                "(java.util.function.Supplier<Object>) java.util.HashMap::new",
                "java.util.concurrent.ConcurrentHashMap.newKeySet()"
            })
    void replay_refuses_hash_order(String code) {
        assertThat(messages(new ReplayRule(), collection("io.mts1b.oms", code))).hasSize(1);
        assertThat(messages(new ReplayRule(), collection("io.mts1b.llm", code))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "new java.util.LinkedHashMap<String, String>()",
                "new java.util.TreeSet<String>()",
                "java.util.List.of(1, 2)",
                "java.util.Map.of()",
                "java.util.Map.of(1, 2)",
                "java.util.Set.of()",
                "java.util.Set.of(1)",
                "new java.util.LinkedHashSet<String>()",
                "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.groupingBy(x -> x,"
                        + " java.util.TreeMap::new, java.util.stream.Collectors.toList()))",
                "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toMap(x -> x, x -> x, (a, b) -> a,"
                        + " java.util.LinkedHashMap::new))"
            })
    void replay_lets_ordered_collections_be(String code) {
        assertThat(messages(new ReplayRule(), collection("io.mts1b.oms", code))).isEmpty();
    }

    private Tree collection(String room, String code) {
        return new TestTree(root.resolve(room))
                .module("oms", "mts1b-oms")
                .source("oms", "package " + room + "; class Box { Object it() { return " + code + "; } }")
                .read();
    }

    @Test
    void reserved_types_may_make_themselves_and_their_room_may_extend_them() {
        Tree tree = new TestTree(root)
                .module("foundation", "mts1b-foundation")
                .module("riskengine", "mts1b-riskengine")
                .module("portfolio", "mts1b-portfolio")
                .source("foundation", """
                        package io.mts1b.foundation.risk;
                        public class Approver { public static Approver strict() { return new Approver(); } }
                        """)
                .source("riskengine", """
                        package io.mts1b.riskengine;
                        class Gate extends io.mts1b.foundation.risk.Approver {}
                        """)
                .source("portfolio", """
                        package io.mts1b.portfolio;
                        class Loose { Object it() { return new io.mts1b.foundation.risk.Approver() {}; } }
                        """)
                .read();

        assertThat(messages(new ReservedRule(), tree))
                .containsExactly(
                        "io.mts1b.portfolio.Loose$1 makes or extends io.mts1b.foundation.risk.Approver: only the"
                                + " risk engine may say that an order may go");
    }

    @Test
    void bare_refuses_what_is_needed_at_run_time_and_nothing_else() {
        Tree tree = new TestTree(root)
                .module(
                        "foundation",
                        "mts1b-foundation",
                        "g:one:compile",
                        "g:two:runtime",
                        "g:three:provided",
                        "g:four:test")
                .module("platform", "mts1b-platform", "g:one:compile")
                .read();

        assertThat(messages(new BareRule(), tree))
                .containsExactly(
                        "foundation (floor 0) needs g:one at run time (scope compile)",
                        "foundation (floor 0) needs g:two at run time (scope runtime)");
        assertThat(new BareRule().check(HOUSE, tree).summary()).isEqualTo("1 POMs, 4 dependencies");
    }

    @Test
    void cycles_are_found_in_build_tools_too() {
        Tree tree = new TestTree(root)
                .module("testkit", "mts1b-testkit", "io.mts1b:mts1b-contracts:compile")
                .module("contracts", "mts1b-contracts", "io.mts1b:mts1b-testkit:test")
                .source("testkit", "package io.mts1b.testkit.a; public class A { io.mts1b.testkit.b.B b; }")
                .source("testkit", "package io.mts1b.testkit.b; public class B { io.mts1b.testkit.a.A a; }")
                .read();

        assertThat(messages(new CyclesRule(), tree))
                .containsExactly(
                        "artifacts depend on each other: io.mts1b:mts1b-testkit -> io.mts1b:mts1b-contracts -> "
                                + "io.mts1b:mts1b-testkit",
                        "packages depend on each other: io.mts1b.testkit.a -> io.mts1b.testkit.b -> io.mts1b.testkit.a");
    }

    private static List<String> messages(Rule rule, Tree tree) {
        return rule.check(HOUSE, tree).violations().stream()
                .map(Violation::message)
                .toList();
    }
}
