package io.mts1b.contracts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.facts.TestTree;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomsRuleTest {

    private static final House HOUSE = HouseFile.standard();

    @TempDir
    Path root;

    @Test
    void a_whole_house_is_complete() {
        TestTree tree = house(HOUSE.artifacts(), HOUSE.artifacts());

        assertThat(messages(tree)).isEmpty();
        assertThat(new RoomsRule().check(HOUSE, tree.read()).lookedAt()).containsEntry("artifacts", 32);
    }

    @Test
    void an_artifact_is_missed_in_the_reactor_and_in_the_bom() {
        List<Artifact> rest = HOUSE.artifacts().stream()
                .filter(one -> !one.name().equals("llm"))
                .toList();

        assertThat(messages(house(rest, HOUSE.artifacts()))).containsExactly("llm (floor 4) is not in the reactor");
        assertThat(messages(house(HOUSE.artifacts(), rest))).containsExactly("llm (floor 4) is not in the BOM");
    }

    @Test
    void an_artifact_stands_in_its_folder_is_checked_and_shares_the_version_of_its_parent() {
        TestTree tree = new TestTree(root).file("pom.xml", """
                        <project><groupId>g</groupId><artifactId>a</artifactId><version>1</version>
                        <modules><module>engines/lake</module></modules></project>
                        """).file("engines/lake/pom.xml", """
                        <project><parent><groupId>io.mts1b</groupId><artifactId>mts1b-parent</artifactId><version>2</version></parent>
                        <artifactId>mts1b-datalake</artifactId><version>1</version></project>
                        """);

        assertThat(messages(tree))
                .containsExactly(
                        "datalake (floor 4) stands in the wrong folder",
                        "datalake (floor 4) has the version 1 of its own",
                        "datalake (floor 4) is not checked by the contracts");
    }

    @Test
    void an_artifact_the_house_does_not_know_has_no_room() {
        TestTree tree = new TestTree(root).module("extra", "mts1b-extra");

        assertThat(messages(tree)).containsExactly("the house has no artifact io.mts1b:mts1b-extra");
    }

    @Test
    void a_package_belongs_to_one_artifact() {
        TestTree tree = new TestTree(root)
                .module("oms/core", "mts1b-oms")
                .source("oms/core", "package io.mts1b.omsalgos; class Twap {}");

        assertThat(messages(tree)).containsExactly("package io.mts1b.omsalgos does not belong to oms (floor 5)");
    }

    private TestTree house(List<Artifact> reactor, List<Artifact> bom) {
        TestTree tree = new TestTree(root);
        String modules = reactor.stream()
                .map(one -> "<module>" + one.folder() + "</module>")
                .collect(Collectors.joining());
        tree.file(
                "pom.xml",
                "<project><groupId>io.mts1b</groupId><artifactId>mts1b-parent</artifactId><version>1</version><modules>"
                        + "<module>bom</module>" + modules + "</modules></project>");
        String managed = bom.stream()
                .map(one ->
                        "<dependency><groupId>io.mts1b</groupId><artifactId>" + one.id() + "</artifactId></dependency>")
                .collect(Collectors.joining());
        tree.file(
                "bom/pom.xml",
                "<project><groupId>io.mts1b</groupId><artifactId>mts1b-bom</artifactId><version>1</version>"
                        + "<dependencyManagement><dependencies>" + managed
                        + "</dependencies></dependencyManagement></project>");
        reactor.forEach(one -> tree.module(one.folder(), one.id()));
        return tree;
    }

    private static List<String> messages(TestTree tree) {
        return new RoomsRule()
                .check(HOUSE, tree.read()).violations().stream()
                        .map(Violation::message)
                        .toList();
    }
}
