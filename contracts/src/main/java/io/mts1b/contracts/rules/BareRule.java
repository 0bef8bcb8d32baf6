package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Pom.Dependency;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import java.util.Optional;

/** What the house calls bare, foundation, needs nothing at run time. */
final class BareRule implements Rule {

    @Override
    public String id() {
        return "bare";
    }

    @Override
    public String sentence() {
        return "Foundation has no runtime dependency at all.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "POMs", "dependencies");
        for (Module module : tree.modules()) {
            Optional<Artifact> bare = Scope.artifact(house, module).filter(Artifact::bare);
            if (bare.isEmpty()) {
                continue;
            }
            findings.looked("POMs", 1);
            for (Dependency dependency : module.pom().dependencies()) {
                findings.looked("dependencies", 1);
                if (dependency.atRunTime()) {
                    findings.add(
                            dependency.id().toString(),
                            bare.get() + " needs " + dependency.id() + " at run time (scope " + dependency.scope()
                                    + ")",
                            dependency.place(),
                            module.folder() + "/, which everything else stands on",
                            "do without, give it the scope provided or test, or move what needs it to a floor above");
                }
            }
        }
        return findings.outcome();
    }
}
