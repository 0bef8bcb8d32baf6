package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Pom;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every artifact of the house is where the house says, with the parent's version and the contracts switched on, in the
 * reactor and in the BOM; and what it holds lies in its own package.
 */
final class RoomsRule implements Rule {

    @Override
    public String id() {
        return "rooms";
    }

    @Override
    public String sentence() {
        return "Each artifact of the house stands in its folder, keeps to its package, and is checked.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "POMs", "artifacts", "types");
        for (Module module : tree.modules()) {
            Optional<Artifact> artifact = Scope.artifact(house, module);
            boolean named =
                    artifact.isEmpty() && house.knowsGroup(module.pom().id().group());
            if (named
                    && module.pom().modules().isEmpty()
                    && module.pom().managed().isEmpty()) {
                findings.add(
                        module.pom().path(),
                        "the house has no artifact " + module.pom().id(),
                        module.pom().path(),
                        "the artifacts in the house file",
                        "name it there, with its floor, or rename it");
            }
            artifact.ifPresent(one -> check(findings, one, module));
            findings.looked("POMs", 1);
        }
        root(house, tree).ifPresent(root -> checkWhole(findings, house, tree, root));
        return findings.outcome();
    }

    private static void check(Findings findings, Artifact artifact, Module module) {
        Pom pom = module.pom();
        // A module that is the root itself does not know how it lies in its reactor.
        if (!module.folder().isEmpty() && !("/" + module.folder()).endsWith("/" + artifact.folder())) {
            findings.add(
                    pom.path() + " folder",
                    artifact + " stands in the wrong folder",
                    pom.path(),
                    artifact.folder() + "/",
                    "move it");
        }
        if (!pom.id().version().equals(pom.parent().version())) {
            findings.add(
                    pom.path() + " version",
                    artifact + " has the version " + pom.id().version() + " of its own",
                    pom.path(),
                    pom.parent() + ", version " + pom.parent().version(),
                    "leave out <version>: all artifacts are released together");
        }
        if (!artifact.tool() && !pom.plugins().contains("maven-enforcer-plugin")) {
            findings.add(
                    pom.path() + " plugin",
                    artifact + " is not checked by the contracts",
                    pom.path(),
                    "the plugin management of the parent, which says what the plugin runs",
                    "name maven-enforcer-plugin in its <build><plugins>");
        }
        List<String> types = Stream.of(module.sources(), module.classes())
                .flatMap(code -> code.types().stream())
                .distinct()
                .toList();
        findings.looked("types", types.size());
        for (String type : types) {
            if (!artifact.holds(type)) {
                findings.add(
                        Scope.packageOf(type),
                        "package " + Scope.packageOf(type) + " does not belong to " + artifact,
                        pom.path() + " (type " + type + ")",
                        "package " + artifact.room(),
                        "move the type below " + artifact.room() + ", or into the artifact its package belongs to");
            }
        }
    }

    /** The POM at the root, if the whole of a house was read. */
    private static Optional<Pom> root(House house, Tree tree) {
        return tree.modules().stream()
                .map(Module::pom)
                .filter(pom ->
                        !pom.modules().isEmpty() && house.knowsGroup(pom.id().group()))
                .findFirst();
    }

    private static void checkWhole(Findings findings, House house, Tree tree, Pom root) {
        List<Pom.Coordinates> managed = tree.modules().stream()
                .flatMap(module -> module.pom().managed().stream())
                .toList();
        for (Artifact artifact : house.artifacts()) {
            if (!artifact.group().equals(root.id().group())) {
                continue;
            }
            findings.looked("artifacts", 1);
            if (tree.modules().stream()
                    .noneMatch(module -> Scope.artifact(house, module).equals(Optional.of(artifact)))) {
                findings.add(
                        artifact.id(),
                        artifact + " is not in the reactor",
                        root.path(),
                        artifact.folder() + "/",
                        "add the folder to <modules>");
            }
            boolean inBom = managed.stream()
                    .anyMatch(one -> one.group().equals(artifact.group())
                            && one.artifact().equals(artifact.id()));
            if (!artifact.tool() && !inBom) {
                findings.add(
                        artifact.id() + " bom",
                        artifact + " is not in the BOM",
                        root.path(),
                        artifact.folder() + "/pom.xml",
                        "add " + artifact.id() + " to the dependency management of the BOM");
            }
        }
    }
}
