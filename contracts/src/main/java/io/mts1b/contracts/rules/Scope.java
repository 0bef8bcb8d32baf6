package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.Artifact;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.Signature;
import io.mts1b.contracts.house.TypePattern;
import java.util.List;
import java.util.Optional;

/** Questions several rules ask. */
final class Scope {

    private Scope() {}

    /** The artifact of the house that a module is, or empty for a user's module the house does not know. */
    static Optional<Artifact> artifact(House house, Module module) {
        return house.artifact(module.pom().id().group(), module.pom().id().artifact());
    }

    /** The modules that stand in the house or above it: all but build tools. */
    static List<Module> guarded(House house, Tree tree) {
        return tree.modules().stream()
                .filter(module -> artifact(house, module).filter(Artifact::tool).isEmpty())
                .toList();
    }

    static boolean within(List<String> packages, String type) {
        return packages.stream().anyMatch(name -> new TypePattern(name).matches(type));
    }

    static boolean any(List<Signature> signatures, Use.Call call) {
        return signatures.stream().anyMatch(one -> one.matches(call.owner(), call.member(), call.parameters()));
    }

    static String packageOf(String type) {
        return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }

    /** The type at the top of the file a type stands in. */
    static String outermost(String type) {
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }
}
