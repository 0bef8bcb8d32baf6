package io.mts1b.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.ConceptPlants.Plant;
import io.mts1b.contracts.facts.Pom;
import io.mts1b.contracts.facts.PomReader;
import io.mts1b.testkit.maven.Fixture;
import io.mts1b.testkit.maven.MavenBuilds;
import io.mts1b.testkit.maven.MavenRepository;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Plants one violation at a time in a small reactor, builds it with Maven, and reads what Maven says. */
class PlantedViolationsIT {

    @TempDir
    static Path folder;

    private static MavenRepository repository;
    private static MavenBuilds maven;
    private static Fixture sound;
    private static int copies;

    /** The untouched fixture passes every contract; all plants start from it, so what fails later is the plant. */
    @BeforeAll
    static void the_sound_fixture_builds() {
        repository = Published.into(folder.resolve("repository"));
        maven = new MavenBuilds(repository);
        sound = Fixture.copy(Path.of("src/test/fixture"), folder.resolve("sound"));

        MavenBuilds.Result result = maven.run(sound.root(), "package");

        assertThat(result.log()).isEmpty();
        assertThat(result.exitCode()).isZero();
        install(Path.of(""));
        for (String module :
                PomReader.read(sound.root(), sound.root().resolve("pom.xml")).modules()) {
            install(Path.of(module));
        }
    }

    /** Lets a plant be built alone, its sound neighbours coming from the repository. */
    private static void install(Path module) {
        Path pom = sound.root().resolve(module).resolve("pom.xml");
        Pom.Coordinates id = PomReader.read(sound.root(), pom).id();
        repository.put(id.group(), id.artifact(), id.version(), "pom", pom);
        Path jar = pom.resolveSibling("target").resolve(id.artifact() + "-" + id.version() + ".jar");
        if (Files.exists(jar)) {
            repository.put(id.group(), id.artifact(), id.version(), "jar", jar);
        }
    }

    static List<Plant> byName() {
        return ConceptPlants.byName();
    }

    static List<Plant> byMeans() {
        return ConceptPlants.byMeans();
    }

    @Test
    void all_17_concepts_are_planted_twice() {
        List<Integer> numbers = Stream.iterate(1, n -> n + 1).limit(17).toList();

        assertThat(byName().stream().map(Plant::concept).toList()).isEqualTo(numbers);
        assertThat(byMeans().stream().map(Plant::concept).toList()).isEqualTo(numbers);
    }

    @ParameterizedTest
    @MethodSource("byName")
    void a_second_definition_is_found_by_its_name_before_anything_is_compiled(Plant plant) {
        String log = failure(copy().write(plant.path(), plant.code()), "portfolio", "validate");

        assertThat(log)
                .contains("SourceContracts")
                .contains("[concepts] concept " + plant.concept() + ", " + plant.name())
                .contains("is defined a second time by its name")
                .contains(plant.place())
                .contains("package " + plant.home())
                .contains("to do  use " + plant.home());
    }

    @ParameterizedTest
    @MethodSource("byMeans")
    void a_second_definition_is_found_under_another_name_in_bytecode(Plant plant) {
        Fixture fixture = copy().write(plant.path(), plant.code());

        assertThat(maven.run(fixture.root(), "-pl", "portfolio", "compile").log())
                .isEmpty();
        String log = failure(fixture, "portfolio", "process-classes");

        assertThat(log)
                .contains("ClassContracts")
                .contains("[concepts] concept " + plant.concept() + ", " + plant.name())
                .contains("is built a second time")
                .contains(plant.place())
                .contains("package " + plant.home())
                .contains("to do  use " + plant.home());
    }

    @Test
    void a_library_that_is_imported_is_found_before_anything_is_compiled() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/portfolio/Store.java", """
                package io.mts1b.portfolio;

                import com.zaxxer.hikari.HikariDataSource;

                record Store(HikariDataSource source) {}
                """);

        assertThat(failure(fixture, "portfolio", "validate"))
                .contains("[concepts] concept 13, Database pools, is built a second time")
                .contains("use of com.zaxxer.hikari.HikariDataSource")
                .contains("portfolio/src/main/java/io/mts1b/portfolio/Store.java:3")
                .contains("package io.mts1b.platform.db");
    }

    @Test
    void an_upward_edge_is_found_on_the_pom() {
        Fixture fixture = copy().depend("platform", "io.mts1b", "mts1b-quantkit");

        assertThat(failure(fixture, "platform", "validate"))
                .contains("[edges] platform (floor 1) depends on quantkit (floor 2): edges go down, this one goes up")
                .contains("here   platform/pom.xml:" + fixture.lineOf("platform/pom.xml", "mts1b-quantkit"))
                .contains("there  quantkit/pom.xml")
                .contains("to do  move what is shared to a floor below both");
    }

    @Test
    void an_upward_edge_that_hides_behind_a_third_party_is_found_on_classes() {
        Fixture fixture = copy().write("platform/src/main/java/io/mts1b/platform/bus/Score.java", """
                package io.mts1b.platform.bus;

                final class Score {
                    Object of(double[] returns) {
                        return io.mts1b.quantkit.metrics.SharpeRatio.of(returns);
                    }
                }
                """);

        assertThat(failure(fixture, "platform", "process-classes"))
                .contains("[edges] platform (floor 1) uses io.mts1b.quantkit.metrics.SharpeRatio of quantkit (floor 2)")
                .contains("here   platform/src/main/java/io/mts1b/platform/bus/Score.java:5")
                .contains("there  quantkit, package io.mts1b.quantkit.metrics")
                .contains("to do  move what is shared to a floor below both");
    }

    @Test
    void an_edge_on_one_floor_that_the_house_does_not_name_is_found() {
        Fixture fixture = copy().depend("adapters/marketdata", "io.mts1b", "mts1b-brokers");

        assertThat(failure(fixture, "adapters/marketdata", "validate"))
                .contains("[edges] marketdata (floor 2) depends on brokers (floor 2): the house names no such edge")
                .contains("here   adapters/marketdata/pom.xml:"
                        + fixture.lineOf("adapters/marketdata/pom.xml", "mts1b-brokers"))
                .contains("there  adapters/brokers/pom.xml");
    }

    @Test
    void what_is_internal_to_an_artifact_is_used_by_nobody_else() {
        Fixture fixture = copy().write("quantkit/src/main/java/io/mts1b/quantkit/internal/Tables.java", """
                package io.mts1b.quantkit.internal;

                public record Tables(double[] values) {}
                """);
        fixture.write("portfolio/src/main/java/io/mts1b/portfolio/Lookup.java", """
                package io.mts1b.portfolio;

                record Lookup(io.mts1b.quantkit.internal.Tables tables) {}
                """);

        assertThat(failure(fixture, "quantkit,portfolio", "process-classes"))
                .contains("[edges] portfolio (floor 3) uses io.mts1b.quantkit.internal.Tables, which is internal")
                .contains("to do  use what quantkit shows outside its internal packages");
    }

    @Test
    void a_circle_of_packages_is_found() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/portfolio/a/Chicken.java", """
                package io.mts1b.portfolio.a;

                public record Chicken(io.mts1b.portfolio.b.Egg egg) {}
                """);
        fixture.write("portfolio/src/main/java/io/mts1b/portfolio/b/Egg.java", """
                package io.mts1b.portfolio.b;

                public record Egg(io.mts1b.portfolio.a.Chicken chicken) {}
                """);

        assertThat(failure(fixture, "portfolio", "process-classes"))
                .contains("[cycles] packages depend on each other: io.mts1b.portfolio.a -> io.mts1b.portfolio.b -> "
                        + "io.mts1b.portfolio.a")
                .contains("here   portfolio/src/main/java/io/mts1b/portfolio/a/Chicken.java")
                .contains("there  portfolio/src/main/java/io/mts1b/portfolio/b/Egg.java")
                .contains("to do  turn one edge");
    }

    /** Maven itself refuses to build a reactor with a circle, so the command is asked, which needs no build. */
    @Test
    void a_circle_of_artifacts_is_found() {
        Fixture fixture = copy(sound.root()).depend("quantkit", "io.mts1b", "mts1b-portfolio");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        int exitCode = Main.run(List.of("--root", fixture.root().toString()), out, out);

        assertThat(exitCode).isEqualTo(1);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains(
                        "[cycles] artifacts depend on each other: io.mts1b:mts1b-quantkit -> io.mts1b:mts1b-portfolio "
                                + "-> io.mts1b:mts1b-quantkit")
                .contains("here   quantkit/pom.xml:" + fixture.lineOf("quantkit/pom.xml", "mts1b-portfolio"))
                .contains("there  portfolio/pom.xml:" + fixture.lineOf("portfolio/pom.xml", "mts1b-quantkit"))
                .contains("to do  turn one edge");
        assertThat(maven.run(fixture.root(), "validate").exitCode()).isNotZero();
    }

    @Test
    void a_runtime_dependency_of_foundation_is_found() {
        Fixture fixture = copy().replace("foundation/pom.xml", "provided", "runtime");

        assertThat(failure(fixture, "foundation", "validate"))
                .contains("[bare] foundation (floor 0) needs fixture:thirdparty at run time (scope runtime)")
                .contains("here   foundation/pom.xml:" + fixture.lineOf("foundation/pom.xml", "thirdparty"))
                .contains("there  foundation/, which everything else stands on")
                .contains("to do  do without");
    }

    @Test
    void a_third_party_type_in_a_public_signature_is_found() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/portfolio/Journal.java", """
                package io.mts1b.portfolio;

                import java.util.List;
                import org.slf4j.Logger;

                public final class Journal {
                    public List<? extends Logger> loggers() {
                        return List.of();
                    }
                }
                """);

        assertThat(failure(fixture, "portfolio", "process-classes"))
                .contains("[api] io.mts1b.portfolio.Journal shows the third-party type org.slf4j.Logger")
                .contains("here   portfolio/src/main/java/io/mts1b/portfolio/Journal.java")
                .contains("there  the 'api' list of the house file")
                .contains("to do  wrap it in a type of your own");
    }

    @Test
    void a_type_of_an_artifact_that_is_not_declared_is_found_in_a_public_signature() {
        Fixture fixture = copy().write("riskengine/src/main/java/io/mts1b/riskengine/Quality.java", """
                package io.mts1b.riskengine;

                public record Quality(io.mts1b.quantkit.metrics.SharpeRatio ratio) {}
                """);

        assertThat(failure(fixture, "riskengine", "process-classes"))
                .contains(
                        "[api] io.mts1b.riskengine.Quality shows io.mts1b.quantkit.metrics.SharpeRatio, but the POM does"
                                + " not declare quantkit (floor 2)")
                .contains("there  quantkit/, to be declared in riskengine/pom.xml");
    }

    @ParameterizedTest
    @CsvSource({
        "wall clock, java.time.Instant.now, io.mts1b.platform.clock, return java.time.Instant.now();",
        "randomness, java.lang.Math.random, io.mts1b.platform.random, return Math.random();",
        "environment, java.lang.System.getProperty, io.mts1b.platform.config, return System.getProperty(\"user.home\");",
        "standard streams, java.lang.System.out, io.mts1b.frontends.cli, return System.out;"
    })
    void an_effect_outside_the_room_that_owns_it_is_found(String effect, String call, String owner, String code) {
        Fixture fixture =
                copy().write("portfolio/src/main/java/io/mts1b/portfolio/Peek.java", """
                package io.mts1b.portfolio;

                final class Peek {
                    Object at() {
                        CODE
                    }
                }
                """.replace("CODE", code));

        assertThat(failure(fixture, "portfolio", "process-classes"))
                .contains("[effects] the " + effect + " is reached for: " + call)
                .contains("here   portfolio/src/main/java/io/mts1b/portfolio/Peek.java:5")
                .contains("there  only " + owner)
                .contains("to do  ");
    }

    @Test
    void a_collection_in_hash_order_is_found_where_replay_must_give_the_same_answer() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/portfolio/Weights.java", """
                package io.mts1b.portfolio;

                final class Weights {
                    Object of(String one, String other) {
                        return java.util.Map.of(one, 1, other, 2).keySet();
                    }
                }
                """);

        assertThat(failure(fixture, "portfolio", "process-classes"))
                .contains("[replay] a collection in hash order, java.util.Map.of, is made where replay must give")
                .contains("here   portfolio/src/main/java/io/mts1b/portfolio/Weights.java:5")
                .contains("there  the 'replayed' packages of the house file")
                .contains("to do  use List, LinkedHashMap, TreeMap or EnumMap");
    }

    @Test
    void a_reserved_type_that_somebody_else_extends_is_found() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/portfolio/YesMan.java", """
                package io.mts1b.portfolio;

                final class YesMan extends io.mts1b.foundation.risk.Approver {
                    @Override
                    public boolean approves(String order) {
                        return true;
                    }
                }
                """);

        assertThat(failure(fixture, "portfolio", "process-classes"))
                .contains("[reserved] io.mts1b.portfolio.YesMan makes or extends io.mts1b.foundation.risk.Approver")
                .contains("here   portfolio/src/main/java/io/mts1b/portfolio/YesMan.java")
                .contains("there  only io.mts1b.riskengine may")
                .contains("to do  ask that room for one");
    }

    @Test
    void a_committed_key_is_found() {
        String key = "AKIA" + "QYLPMN5HHHFPZAM2";
        Fixture fixture = copy().write("portfolio/src/main/resources/broker.properties", "# ours\nid=" + key + "\n");

        assertThat(failure(fixture, "portfolio", "validate"))
                .contains("[secrets] what looks like a secret (aws-access-key) lies in the tree")
                .contains("here   portfolio/src/main/resources/broker.properties:2")
                .contains("there  a secret's home is outside the tree")
                .contains("to do  revoke it")
                .doesNotContain(key);
    }

    @Test
    void a_package_that_belongs_to_another_artifact_is_found() {
        Fixture fixture = copy().write("portfolio/src/main/java/io/mts1b/quantkit/extra/More.java", """
                package io.mts1b.quantkit.extra;

                final class More {}
                """);

        assertThat(failure(fixture, "portfolio", "validate"))
                .contains("[rooms] package io.mts1b.quantkit.extra does not belong to portfolio (floor 3)")
                .contains("there  package io.mts1b.portfolio");
    }

    @Test
    void a_version_of_its_own_is_found() {
        Fixture fixture = copy().replace(
                        "quantkit/pom.xml",
                        "<artifactId>mts1b-quantkit</artifactId>",
                        "<artifactId>mts1b-quantkit</artifactId><version>2</version>");

        assertThat(failure(fixture, "quantkit", "validate"))
                .contains("[rooms] quantkit (floor 2) has the version 2 of its own")
                .contains("there  io.mts1b:mts1b-parent, version 0-fixture");
    }

    @Test
    void only_the_packages_asked_for_are_looked_at_and_misspelt_ones_refused() {
        Plant plant = byName().getFirst();
        Fixture fixture = copy().write(plant.path(), plant.code())
                .replace("pom.xml", "<sourceContracts/>", rule("io.mts1b.portfolio.Book"));

        assertThat(maven.run(fixture.root(), "-pl", "portfolio", "validate").log())
                .isEmpty();
        fixture.replace("pom.xml", "portfolio.Book", "portfolio.Bok");
        assertThat(failure(fixture, "portfolio", "validate"))
                .contains("no type in the packages [io.mts1b.portfolio.Bok]: are they spelt right?");
    }

    private static String rule(String name) {
        return "<sourceContracts><packages><package>" + name + "</package></packages></sourceContracts>";
    }

    /** Builds one module of a fixture up to a phase, which must fail, and returns what Maven said. */
    private static String failure(Fixture fixture, String module, String phase) {
        MavenBuilds.Result result = maven.run(fixture.root(), "-pl", module, phase);

        assertThat(result.exitCode()).as(result.log()).isEqualTo(1);
        return result.log();
    }

    /** A fresh copy of the fixture's sources. */
    private static Fixture copy() {
        return copy(Path.of("src/test/fixture"));
    }

    private static Fixture copy(Path from) {
        return Fixture.copy(from, folder.resolve("copy" + copies++));
    }
}
