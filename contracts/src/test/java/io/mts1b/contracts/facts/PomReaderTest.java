package io.mts1b.contracts.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.contracts.facts.Pom.Coordinates;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PomReaderTest {

    @TempDir
    Path root;

    @BeforeEach
    void write_parent_and_child() throws Exception {
        Files.writeString(root.resolve("pom.xml"), """
                <project>
                  <groupId>com.acme</groupId>
                  <artifactId>acme-parent</artifactId>
                  <version>1.2</version>
                  <modules><module>desk</module></modules>
                  <properties><words>the words</words><version.lib>${project.version}-lib</version.lib></properties>
                  <dependencyManagement>
                    <dependencies>
                      <dependency><groupId>g</groupId><artifactId>managed</artifactId><version>3</version><scope>runtime</scope></dependency>
                    </dependencies>
                  </dependencyManagement>
                  <dependencies>
                    <dependency><groupId>g</groupId><artifactId>inherited</artifactId><version>${version.lib}</version><scope>provided</scope></dependency>
                  </dependencies>
                  <build><pluginManagement><plugins><plugin><artifactId>not-bound</artifactId></plugin></plugins></pluginManagement></build>
                </project>
                """);
        Files.createDirectories(root.resolve("desk"));
        Files.writeString(root.resolve("desk/pom.xml"), """
                <project>
                  <parent><groupId>com.acme</groupId><artifactId>acme-parent</artifactId><version>1.2</version></parent>
                  <artifactId>desk</artifactId>
                  <dependencies>
                    <dependency>
                      <!-- what and why -->
                      <groupId>${project.groupId}</groupId>
                      <artifactId>book</artifactId>
                      <version>${unknown}</version>
                    </dependency>
                    <dependency><groupId>g</groupId><artifactId>managed</artifactId></dependency>
                  </dependencies>
                  <build><plugins><plugin><artifactId>bound</artifactId></plugin></plugins></build>
                </project>
                """);
    }

    @Test
    void reads_what_a_pom_says_and_what_it_inherits() {
        Pom pom = PomReader.read(root, root.resolve("desk/pom.xml"));

        assertThat(pom.path()).isEqualTo("desk/pom.xml");
        assertThat(pom.id()).isEqualTo(new Coordinates("com.acme", "desk", "1.2"));
        assertThat(pom.parent()).isEqualTo(new Coordinates("com.acme", "acme-parent", "1.2"));
        assertThat(pom.plugins()).containsExactly("bound");
        assertThat(pom.dependencies())
                .containsExactly(
                        new Pom.Dependency(
                                new Coordinates("g", "inherited", "1.2-lib"),
                                "provided",
                                new Place("pom.xml", 13, "dependency g:inherited")),
                        new Pom.Dependency(
                                new Coordinates("com.acme", "book", "${unknown}"),
                                "compile",
                                new Place("desk/pom.xml", 8, "dependency com.acme:book")),
                        new Pom.Dependency(
                                new Coordinates("g", "managed", ""),
                                "runtime",
                                new Place("desk/pom.xml", 11, "dependency g:managed")));
    }

    @Test
    void reads_the_root() {
        Pom pom = PomReader.read(root, root.resolve("pom.xml"));

        assertThat(pom.parent()).isEqualTo(pom.id());
        assertThat(pom.modules()).containsExactly("desk");
        assertThat(pom.managed()).containsExactly(new Coordinates("g", "managed", "3"));
        assertThat(pom.plugins()).isEmpty();
    }

    @Test
    void does_not_follow_a_property_into_a_circle_of_text() throws Exception {
        Path file = Files.writeString(
                root.resolve("odd.xml"), "<project><groupId>${open</groupId><artifactId>a</artifactId></project>");

        assertThat(PomReader.read(root, file).id()).isEqualTo(new Coordinates("${open", "a", ""));
    }

    @Test
    void refuses_what_is_not_xml() throws Exception {
        Path file = Files.writeString(root.resolve("bad.xml"), "<project><a></project>");

        assertThatThrownBy(() -> PomReader.read(root, file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bad.xml")
                .hasStackTraceContaining("not well-formed");
    }

    @Test
    void does_not_load_what_a_document_type_points_to() throws Exception {
        Path file = Files.writeString(
                root.resolve("evil.xml"),
                "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><project><groupId>&x;</groupId></project>");

        assertThatThrownBy(() -> PomReader.read(root, file)).isInstanceOf(UncheckedIOException.class);
    }
}
