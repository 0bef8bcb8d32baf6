package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Exposure;
import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Pom.Dependency;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import java.lang.module.ModuleFinder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a public signature shows comes from where the reader of the signature expects it: the JDK, foundation, a declared
 * artifact below, the artifact itself, or the short list of third-party types. Super types, type arguments and declared
 * exceptions count as signature; annotations do not.
 */
final class ApiRule implements Rule {

    /** The packages of the JDK; nothing is loaded to find out. */
    private static final Set<String> JDK = ModuleFinder.ofSystem().findAll().stream()
            .filter(module -> module.descriptor().name().startsWith("java.")
                    || module.descriptor().name().startsWith("jdk."))
            .flatMap(module -> module.descriptor().packages().stream())
            .collect(Collectors.toSet());

    @Override
    public String id() {
        return "api";
    }

    @Override
    public String sentence() {
        return "Public signatures hold types of the JDK, foundation, declared artifacts below and the artifact itself.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "types in signatures");
        for (Module module : Scope.guarded(house, tree)) {
            findings.looked("types in signatures", module.classes().exposures().size());
            for (Exposure exposure : module.classes().exposures()) {
                check(findings, house, module, exposure);
            }
        }
        return findings.outcome();
    }

    private static void check(Findings findings, House house, Module module, Exposure exposure) {
        String shown = exposure.exposed();
        if (shown.indexOf('.') < 0 || JDK.contains(Scope.packageOf(shown))) {
            return;
        }
        Optional<Artifact> own = Scope.artifact(house, module);
        Optional<Artifact> holder = house.holderOf(shown);
        if (holder.isPresent()) {
            boolean welcome = holder.equals(own) || holder.get().bare() || declares(module, holder.get());
            if (!welcome) {
                findings.add(
                        exposure.type() + shown,
                        exposure.type() + " shows " + shown + ", but the POM does not declare " + holder.get(),
                        exposure.place(),
                        holder.get().folder() + "/, to be declared in "
                                + module.pom().path(),
                        "declare " + holder.get().id() + " with scope compile, or keep the type out of the signature");
            }
            return;
        }
        boolean mine = own.isEmpty() && shown.startsWith(module.pom().id().group() + ".");
        boolean listed = house.api().stream().anyMatch(entry -> entry.allows(exposure.type(), shown));
        if (!mine && !listed && !module.classes().types().contains(shown)) {
            findings.add(
                    exposure.type() + shown,
                    exposure.type() + " shows the third-party type " + shown + " to everybody who uses it",
                    exposure.place(),
                    "the 'api' list of the house file, which does not hold it",
                    "wrap it in a type of your own, or keep it private or in an internal package");
        }
    }

    private static boolean declares(Module module, Artifact artifact) {
        return module.pom().dependencies().stream()
                .filter(Dependency::atRunTime)
                .anyMatch(one -> one.id().group().equals(artifact.group())
                        && one.id().artifact().equals(artifact.id()));
    }
}
