package io.mts1b.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.maven.BuildProperties;
import io.mts1b.testkit.maven.Fixture;
import io.mts1b.testkit.maven.MavenBuilds;
import io.mts1b.testkit.maven.MavenRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes a release of a few modules twice, in two folders, time zones and languages, and looks at what comes out. */
class ReleaseIT {

    private static final List<String> MODULES = List.of("bom", "testkit", "foundation", "engines/llm");

    /** Stands for all of foundation, which takes long: a type for which a processor writes code. */
    private static final String TYPE = """
            package io.mts1b.foundation;

            import org.immutables.value.Value;

            /** A stake in something. */
            @Value.Builder
            public record Stake(String of, int parts) {

                /** Validates. */
                public Stake {
                    if (parts < 0) {
                        throw new IllegalArgumentException("parts must be at least 0, was " + parts);
                    }
                }
            }
            """;

    private static final Pattern REACTOR = Pattern.compile("<modules>.*?</modules>", Pattern.DOTALL);
    private static final Pattern PUBLISHED = Pattern.compile("mts1b-.*\\.jar|bom\\.(json|xml)|\\.flattened-pom\\.xml");

    @TempDir
    static Path folder;

    private static Fixture one;
    private static Fixture other;

    @BeforeAll
    static void release() throws Exception {
        MavenRepository repository = new MavenRepository(folder.resolve("local"));
        repository.putModule(Path.of("../contracts"), "mts1b-contracts", BuildProperties.VERSION.value());
        MavenBuilds maven = new MavenBuilds(repository);
        one = release(maven, "one", TimeZone.getDefault(), Locale.getDefault());
        other = release(maven, "other/deeper", TimeZone.getTimeZone("Pacific/Honolulu"), Locale.GERMANY);
    }

    @Test
    void two_releases_are_the_same_to_the_byte() throws Exception {
        assertThat(artifacts(other)).isEqualTo(artifacts(one));
    }

    @Test
    void an_artifact_comes_with_sources_javadoc_and_a_bill_of_materials() throws Exception {
        assertThat(artifacts(one).keySet().stream().filter(file -> file.startsWith("foundation/")))
                .map(ReleaseIT::withoutVersion)
                .containsExactly(
                        "foundation/.flattened-pom.xml",
                        "foundation/target/bom.json",
                        "foundation/target/bom.xml",
                        "foundation/target/mts1b-foundation-javadoc.jar",
                        "foundation/target/mts1b-foundation-sources.jar",
                        "foundation/target/mts1b-foundation.jar");
    }

    @Test
    void a_room_without_types_has_no_javadoc() throws Exception {
        assertThat(artifacts(one).keySet().stream().filter(file -> file.startsWith("engines/")))
                .map(ReleaseIT::withoutVersion)
                .containsExactly(
                        "engines/llm/.flattened-pom.xml",
                        "engines/llm/target/bom.json",
                        "engines/llm/target/bom.xml",
                        "engines/llm/target/mts1b-llm-sources.jar",
                        "engines/llm/target/mts1b-llm.jar");
    }

    @Test
    void a_published_pom_stands_alone() throws Exception {
        assertThat(one.root().resolve("foundation/.flattened-pom.xml"))
                .content()
                .contains(
                        "<url>https://github.com/mts1b/mts1b</url>", "<name>Apache-2.0</name>", "<scm ", "<developers>")
                .doesNotContain("<parent>", "<scope>test</scope>", "<build>", "<repositories>", "${");
    }

    private static Fixture release(MavenBuilds maven, String name, TimeZone zone, Locale locale) throws IOException {
        TimeZone zoneBefore = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
            Fixture house = house(folder.resolve(name));
            MavenBuilds.Result result = maven.run(
                    house.root(),
                    "-Prelease",
                    "package",
                    "-Dmaven.test.skip",
                    "-Dspotless.check.skip",
                    "-Dcheckstyle.skip");
            assertThat(result.exitCode()).as(result.log()).isZero();
            return house;
        } finally {
            TimeZone.setDefault(zoneBefore);
            Locale.setDefault(localeBefore);
        }
    }

    /** The modules under a parent that names them alone. */
    private static Fixture house(Path to) throws IOException {
        Path tree = Path.of("..");
        Fixture house = new Fixture(to);
        for (String module : MODULES) {
            house.write(
                    module + "/pom.xml", Files.readString(tree.resolve(module).resolve("pom.xml")));
        }
        for (String sources : List.of("testkit/src/main", "engines/llm/src/main")) {
            Fixture.copy(tree.resolve(sources), to.resolve(sources));
        }
        house.write("foundation/src/main/java/io/mts1b/foundation/Stake.java", TYPE);
        String named = MODULES.stream()
                .map(module -> "<module>" + module + "</module>")
                .collect(joining());
        String parent = Files.readString(tree.resolve("pom.xml"));
        return house.write("pom.xml", REACTOR.matcher(parent).replaceFirst("<modules>" + named + "</modules>"));
    }

    /** What is published, by file, as digests: a difference shows the names of the files it is in. */
    private static SortedMap<String, String> artifacts(Fixture house) throws Exception {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String module : MODULES) {
            Path at = house.root().resolve(module);
            try (Stream<Path> files = Files.find(
                    at,
                    2,
                    (file, _) ->
                            PUBLISHED.matcher(file.getFileName().toString()).matches())) {
                for (Path file : files.toList()) {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                    digests.put(
                            house.root().relativize(file).toString(),
                            HexFormat.of().formatHex(digest));
                }
            }
        }
        return digests;
    }

    private static String withoutVersion(String file) {
        return file.replace("-" + BuildProperties.VERSION.value(), "");
    }
}
