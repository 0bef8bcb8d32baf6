package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Place;
import io.mts1b.contracts.facts.Pom.Dependency;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.Graph;
import io.mts1b.contracts.house.House;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** No circles: among the artifacts of the tree by their POMs, and among the packages of each by their classes. */
final class CyclesRule implements Rule {

    @Override
    public String id() {
        return "cycles";
    }

    @Override
    public String sentence() {
        return "Neither artifacts nor the packages of an artifact depend on each other in a circle.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "artifact edges", "package edges");
        Graph<Place> artifacts = artifacts(tree);
        findings.looked("artifact edges", artifacts.size());
        report(findings, artifacts, "artifacts");
        for (Module module : tree.modules()) {
            Graph<Place> packages = packages(module);
            findings.looked("package edges", packages.size());
            report(findings, packages, "packages");
        }
        return findings.outcome();
    }

    private static Graph<Place> artifacts(Tree tree) {
        Set<String> known = tree.modules().stream()
                .map(module -> module.pom().id().toString())
                .collect(Collectors.toSet());
        Graph<Place> graph = new Graph<>();
        for (Module module : tree.modules()) {
            for (Dependency dependency : module.pom().dependencies()) {
                if (known.contains(dependency.id().toString())) {
                    graph.add(module.pom().id().toString(), dependency.id().toString(), dependency.place());
                }
            }
        }
        return graph;
    }

    private static Graph<Place> packages(Module module) {
        Set<String> own = new LinkedHashSet<>(module.classes().types());
        Graph<Place> graph = new Graph<>();
        for (Use use : module.classes().uses()) {
            if (use instanceof Use.Mention mention && own.contains(mention.target())) {
                String from = Scope.packageOf(mention.type());
                String to = Scope.packageOf(mention.target());
                if (!from.equals(to)) {
                    graph.add(from, to, mention.place());
                }
            }
        }
        return graph;
    }

    private static void report(Findings findings, Graph<Place> graph, String what) {
        for (List<String> circle : graph.circles()) {
            String path = String.join(" -> ", circle);
            int last = circle.size() - 1;
            findings.add(
                    path,
                    what + " depend on each other: " + path,
                    graph.why(circle.get(0), circle.get(1)),
                    graph.why(circle.get(last - 1), circle.get(last)).toString(),
                    "turn one edge: move what both need below them, or hand it over through an interface");
        }
    }
}
