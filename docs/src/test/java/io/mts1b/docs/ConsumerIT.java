package io.mts1b.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.maven.Fixture;
import io.mts1b.testkit.maven.MavenBuilds;
import io.mts1b.testkit.maven.MavenRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the example that shows users how to start, as a user would: from a Maven repository that holds what we publish,
 * and nothing but the third parties from elsewhere.
 */
class ConsumerIT {

    /** A version that nobody ever installed, so that it can come from the repository of this test alone. */
    private static final String VERSION = "0-consumer";

    @TempDir
    static Path folder;

    private static MavenBuilds maven;
    private static MavenRepository published;

    @BeforeAll
    static void publish() {
        maven = new MavenBuilds(new MavenRepository(folder.resolve("local")));
        published = new MavenRepository(folder.resolve("published"));
        published.putModule(Path.of("../bom"), "mts1b-bom", VERSION);
        published.putModule(Path.of("../foundation"), "mts1b-foundation", VERSION);
        // The project names three of them; platform is what quantkit brings along.
        published.putModule(Path.of("../platform"), "mts1b-platform", VERSION);
        published.putModule(Path.of("../portfolio"), "mts1b-portfolio", VERSION);
        published.putModule(Path.of("../quantkit"), "mts1b-quantkit", VERSION);
    }

    /** The parent is not published here, so this also shows that the POM of an artifact does without it. */
    @Test
    void builds_against_what_is_published() {
        Fixture consumer = consumer("sound");

        MavenBuilds.Result result = build(consumer, VERSION);

        assertThat(result.exitCode()).as(result.log()).isZero();
        assertThat(consumer.root().resolve("target/surefire-reports/TEST-com.acme.fund.RiskParityFundTest.xml"))
                .content()
                .contains("tests=\"2\"", "failures=\"0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mts1b-foundation", "mts1b-portfolio", "mts1b-quantkit"})
    void fails_where_the_bom_lacks_an_artifact(String artifact) {
        String version = "0-without-" + artifact;
        published.putPom("mts1b-bom", version, Bom.ours().without(artifact).text());

        MavenBuilds.Result result = build(consumer(artifact), version);

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.log())
                .contains("'dependencies.dependency.version' for io.mts1b:" + artifact + ":jar is missing");
    }

    private static MavenBuilds.Result build(Fixture consumer, String version) {
        return maven.run(consumer.root(), "-gs", "settings.xml", "-Dmts1b.version=" + version, "verify");
    }

    /** The settings name our repository, as a company's settings name the one it publishes to. */
    private static Fixture consumer(String name) {
        return Fixture.copy(Path.of("examples/consumer"), folder.resolve(name))
                .write("settings.xml", """
                <settings>
                  <profiles>
                    <profile>
                      <id>published</id>
                      <repositories>
                        <repository><id>published</id><url>%s</url></repository>
                      </repositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>published</activeProfile></activeProfiles>
                </settings>
                """.formatted(published.root().toUri()));
    }
}
