package io.mts1b.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.Pom;
import io.mts1b.contracts.facts.Pom.Coordinates;
import io.mts1b.contracts.facts.PomReader;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.HouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BomTest {

    private static final String GROUP = "io.mts1b";

    @TempDir
    Path folder;

    static List<String> artifacts() {
        return HouseFile.standard().artifacts().stream()
                .filter(artifact -> !artifact.tool())
                .map(Artifact::id)
                .toList();
    }

    @Test
    void manages_the_29_artifacts_and_the_contracts_once_each_at_its_own_version() {
        String version =
                PomReader.read(Path.of(".."), Path.of("../pom.xml")).id().version();

        assertThat(artifacts()).hasSize(29);
        assertThat(ofTheHouse(Bom.ours()))
                .extracting(Coordinates::artifact)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(Stream.of("mts1b-contracts"), artifacts().stream())
                        .toList());
        assertThat(ofTheHouse(Bom.ours())).extracting(Coordinates::version).containsOnly(version);
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void is_seen_to_lack_an_artifact(String artifact) {
        assertThat(ofTheHouse(Bom.ours().without(artifact)))
                .extracting(Coordinates::artifact)
                .hasSize(29)
                .doesNotContain(artifact);
    }

    /** A user who takes one of these libraries too gets the version we were built with. */
    @Test
    void manages_every_library_that_an_artifact_brings_along() {
        List<String> libraries = HouseFile.standard().artifacts().stream()
                .filter(artifact -> !artifact.tool())
                .map(artifact -> Path.of("..", artifact.folder(), "pom.xml"))
                .flatMap(pom -> PomReader.read(Path.of(".."), pom).dependencies().stream())
                .filter(Pom.Dependency::atRunTime)
                .map(dependency -> dependency.id().toString())
                .filter(library -> !library.startsWith(GROUP + ":"))
                .distinct()
                .toList();

        assertThat(libraries).isNotEmpty();
        assertThat(managed(Bom.ours())).extracting(Coordinates::toString).containsAll(libraries);
    }

    private List<Coordinates> ofTheHouse(Bom bom) {
        return managed(bom).stream().filter(id -> id.group().equals(GROUP)).toList();
    }

    private List<Coordinates> managed(Bom bom) {
        try {
            Path file = Files.writeString(folder.resolve("pom.xml"), bom.text());
            return PomReader.read(folder, file).managed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
