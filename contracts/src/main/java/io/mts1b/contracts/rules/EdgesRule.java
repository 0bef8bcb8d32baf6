package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Pom.Dependency;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import java.util.Optional;

/** Edges go down, on POMs and on classes; on one floor there are only those the house names. */
final class EdgesRule implements Rule {

    @Override
    public String id() {
        return "edges";
    }

    @Override
    public String sentence() {
        return "Artifacts use what is on floors below, and on their own floor only what the house names.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "dependencies", "references");
        for (Module module : Scope.guarded(house, tree)) {
            Optional<Artifact> from = Scope.artifact(house, module);
            module.pom().dependencies().forEach(dependency -> check(findings, house, module, from, dependency));
            findings.looked("dependencies", module.pom().dependencies().size());
            int references = 0;
            for (Use use : module.classes().uses()) {
                if (use instanceof Use.Mention mention) {
                    references++;
                    house.holderOf(mention.target())
                            .filter(to -> !from.equals(Optional.of(to)))
                            .ifPresent(to -> check(findings, house, from, to, mention));
                }
            }
            findings.looked("references", references);
        }
        return findings.outcome();
    }

    private static void check(
            Findings findings, House house, Module module, Optional<Artifact> from, Dependency dependency) {
        Optional<Artifact> to =
                house.artifact(dependency.id().group(), dependency.id().artifact());
        String user = from.map(Artifact::toString).orElse(module.pom().id().toString());
        if (to.isEmpty()) {
            if (house.knowsGroup(dependency.id().group())) {
                findings.add(
                        module.pom().path() + dependency.id(),
                        user + " depends on " + dependency.id() + ", which the house does not know",
                        dependency.place(),
                        "the artifacts in the house file",
                        "name it there, with its floor, or leave it out");
            }
            return;
        }
        Optional<String> objection =
                dependency.inMain() ? house.objection(from, to.get()) : house.objectionInTests(from, to.get());
        objection.ifPresent(why -> findings.add(
                module.pom().path() + dependency.id(),
                user + " depends on " + to.get() + ": " + why,
                dependency.place(),
                to.get().folder() + "/pom.xml",
                remedy(from, to.get())));
    }

    private static void check(
            Findings findings, House house, Optional<Artifact> from, Artifact to, Use.Mention mention) {
        String subject = Scope.outermost(mention.type()) + " " + mention.target();
        String user = from.map(Artifact::toString).orElse("your code");
        house.objection(from, to)
                .ifPresent(why -> findings.add(
                        subject,
                        user + " uses " + mention.target() + " of " + to + ": " + why,
                        mention.place(),
                        to.folder() + ", package " + Scope.packageOf(mention.target()),
                        remedy(from, to)));
        if ((Scope.packageOf(mention.target()) + ".").contains(".internal.")) {
            findings.add(
                    subject,
                    user + " uses " + mention.target() + ", which is internal to " + to,
                    mention.place(),
                    to.folder() + ", package " + Scope.packageOf(mention.target()),
                    "use what " + to.name() + " shows outside its internal packages, or widen that");
        }
    }

    private static String remedy(Optional<Artifact> from, Artifact to) {
        if (to.tool()) {
            return "use it with <scope>test</scope>, or not at all";
        }
        return "move what is shared to a floor below both, or let " + to.name() + " be handed to "
                + from.map(Artifact::name).orElse("your code")
                + " as an event, a stored file or an interface from below";
    }
}
