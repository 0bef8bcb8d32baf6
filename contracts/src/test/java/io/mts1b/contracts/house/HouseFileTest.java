package io.mts1b.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.contracts.house.Artifact.NoFloor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseFileTest {

    private static final House HOUSE = HouseFile.standard();

    @TempDir
    Path folder;

    @Test
    void holds_29_artifacts_on_eight_floors_and_three_tools() {
        List<Artifact> artifacts =
                HOUSE.artifacts().stream().filter(one -> !one.tool()).toList();

        assertThat(artifacts).hasSize(29);
        assertThat(IntStream.rangeClosed(0, 7)
                        .mapToLong(floor -> artifacts.stream()
                                .filter(one -> one.floor().orElse(-1) == floor)
                                .count()))
                .containsExactly(1L, 3L, 6L, 3L, 6L, 3L, 3L, 3L);
        assertThat(artifacts.stream().filter(one -> one.stand() instanceof NoFloor))
                .singleElement()
                .extracting(Artifact::name)
                .isEqualTo("docs");
        assertThat(HOUSE.artifacts().stream().filter(Artifact::tool).map(Artifact::name))
                .containsExactly("testkit", "contracts", "benchmarks");
        assertThat(artifacts.stream().filter(Artifact::bare).map(Artifact::name))
                .containsExactly("foundation");
    }

    @Test
    void names_the_same_floor_edges_of_the_architecture_and_no_others() {
        assertThat(HOUSE.artifacts().stream()
                        .flatMap(one -> one.beside().stream().map(other -> one.name() + " " + other)))
                .containsExactly(
                        "pluginsdk platform",
                        "deploy platform",
                        "riskengine portfolio",
                        "gpubacktester datalake",
                        "cloudburst gpubacktester",
                        "cloudburst datalake",
                        "reportslibrary datalake",
                        "tradingview oms");
    }

    @Test
    void protects_17_concepts_each_by_name_and_by_means() {
        assertThat(HOUSE.concepts().stream().map(Concept::number))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 17).boxed().toList());
        assertThat(HOUSE.concepts()).allSatisfy(concept -> {
            Concept.Uses uses = concept.uses();
            assertThat(concept.canonical()).isNotEmpty();
            assertThat(concept.named().types().names()).isNotEmpty();
            assertThat(concept.named().methods().names()).isNotEmpty();
            assertThat(uses.types().size()
                            + uses.calls().size()
                            + uses.strings().size()
                            + uses.literals().size()
                            + uses.idioms().size())
                    .isPositive();
        });
    }

    @Test
    void the_canonical_types_bear_the_names_they_protect_or_stand_for_them() {
        List<String> plain = List.of(
                "Drawdowns",
                "Messenger",
                "Calendars",
                "Commission",
                "Dialect",
                "Logging",
                "Configuration",
                "Database",
                "HttpClients",
                "Secret",
                "CombinatorialPurgedCrossValidation");
        assertThat(HOUSE.concepts())
                .allSatisfy(concept -> assertThat(concept.canonical())
                        .allSatisfy(type -> assertThat(concept.named().types().in(type) || plain.contains(type))
                                .as(type)
                                .isTrue()));
    }

    @Test
    void adds_a_users_house_to_ours() throws Exception {
        House house = HouseFile.extendedBy(write("""
                group: com.acme
                artifacts:
                  - {floor: 8, name: desk, folder: desk, package: com.acme.desk}
                effects:
                  watched: [com.acme]
                api:
                  - {type: com.fasterxml.jackson, rooms: [com.acme.desk], reason: our public format}
                secrets:
                  allow:
                    - {path: "docs/**", pattern: json-web-token, reason: the example of the standard}
                """));

        assertThat(house.artifacts()).hasSize(33);
        assertThat(house.artifact("com.acme", "desk").orElseThrow().floor()).hasValue(8);
        assertThat(house.effects().watched()).containsExactly("io.mts1b", "com.acme");
        assertThat(house.effects().kinds()).isEqualTo(HOUSE.effects().kinds());
        assertThat(house.api().getLast().allows("com.acme.desk.Ticket", "com.fasterxml.jackson.JsonNode"))
                .isTrue();
        assertThat(house.api().getLast().allows("com.acme.other.Ticket", "com.fasterxml.jackson.JsonNode"))
                .isFalse();
        assertThat(house.secrets().allow()).hasSize(HOUSE.secrets().allow().size() + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flors: []                                                    | :1: flors is not a key here",
                "api: [{type: a.B, reason: x, why: y}]                        | :1: api[0].why is not a key here",
                "api: [{type: a.B}]                                           | :1: api[0].reason is missing",
                "api: {type: a.B}                                             | :1: api must be a list",
                "api: [a.B]                                                   | :1: api[0] must be a mapping",
                "effects: {watched: [[a]]}                                    | :1: effects.watched[0] must be a text",
                "effects: {watched: [a, a]}                                   | :1: effects.watched[1] stands twice",
                "effects: {watched: [io.mts1b.platfrom]}                      | :1: effects.watched[0] cannot be read: no artifact has the package io.mts1b.platfrom",
                "{api: [], api: []}                                           | :1: api stands twice",
                "artifacts: []                                                | :1: group is missing",
                "{group: a, artifacts: [{name: n, folder: f, package: p, floor: x}]} | :1: artifacts[0].floor cannot be read",
                "{group: a, artifacts: [{name: n, folder: f, package: p, bare: maybe}]} | :1: artifacts[0].bare must be true or false",
                "{group: a, tools: [{name: n, folder: f, package: p, floor: 1}]} | :1: tools[0].floor is not a key here",
                "{group: a, artifacts: [{name: oms, folder: f, package: p}]}  | :1: artifacts[0].name stands twice, was oms",
                "{group: a, artifacts: [{name: n, folder: f, package: io.mts1b.oms.x}]} | :1: artifacts[0].package must lie apart from that of oms",
                "{group: a, artifacts: [{floor: 8, name: n, folder: f, package: p, beside: [m]}]} | :1: artifacts name beside n no artifact of its floor: m",
                "{group: a, artifacts: [{floor: 8, name: n, folder: f, package: p, beside: [oms]}]} | :1: artifacts name beside n no artifact of its floor: oms",
                "{group: a, artifacts: [{floor: 8, name: n, folder: f, package: p, beside: [m]}, {floor: 8, name: m, folder: g, package: q, beside: [n]}]} | :1: artifacts have a circle on one floor: n -> m -> n",
                "concepts: [{number: 4, name: n, home: oms, package: io.mts1b.oms, uses: {}}] | :1: concepts[0].number stands twice, was 4",
                "concepts: [{number: 18, name: n, home: omx, package: io.mts1b.oms, uses: {}}] | :1: concepts[0].home names no artifact, was omx",
                "concepts: [{number: 18, name: n, home: oms, package: io.mts1b.llm, uses: {}}] | :1: concepts[0].package must lie in io.mts1b.oms",
                "concepts: [{number: 18, name: n, home: oms, package: io.mts1b.oms}] | :1: concepts[0].uses is missing",
                "concepts: [{number: 18, name: n, home: oms, package: io.mts1b.oms, types: [Big], uses: {}}] | :1: concepts[0].types[0] cannot be read: names must be in lower case",
                "concepts: [{number: 18, name: n, home: oms, package: io.mts1b.oms, uses: {idioms: [x]}}] | :1: concepts[0].uses.idioms[0] cannot be read: idiom must be",
                "concepts: [{number: 18, name: n, home: oms, package: io.mts1b.oms, uses: {calls: [x]}}] | :1: concepts[0].uses.calls[0] cannot be read: signature must be",
                "secrets: {allow: [{path: x, pattern: nothing, reason: y}]}   | :1: secrets.allow[0].pattern names no pattern, was nothing",
                "secrets: {patterns: [{id: a, regex: '('}]}                   | :1: secrets.patterns[0].regex cannot be read",
                "secrets: {patterns: [{id: aws-access-key, regex: x}]}        | :1: secrets.patterns[0].id stands twice",
                "[a]                                                          | :1: the file must be a mapping",
                "{a                                                           | ",
            })
    void refuses(String text, String message) throws Exception {
        Path file = write(text);

        assertThatThrownBy(() -> HouseFile.extendedBy(file))
                .isInstanceOf(HouseException.class)
                .hasMessageStartingWith(file + (message == null ? ": " : message));
    }

    @Test
    void refuses_an_empty_file() throws Exception {
        Path file = write("# nothing\n");

        assertThatThrownBy(() -> HouseFile.extendedBy(file)).hasMessage(file + ": must not be empty");
    }

    @Test
    void shows_the_line() throws Exception {
        Path file = write("api:\n  - type: a.B\n    reason: x\n    typo: y\n");

        assertThatThrownBy(() -> HouseFile.extendedBy(file))
                .hasMessage(file + ":4: api[0].typo is not a key here; known are type, rooms, reason");
    }

    private Path write(String text) throws Exception {
        return Files.writeString(folder.resolve("my-house.yaml"), text);
    }
}
