package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import java.util.List;

/** One contract. Immutable, and safe for use by several threads. */
public interface Rule {

    /**
     * Returns all rules in the order people read them.
     *
     * @return the rules
     */
    static List<Rule> all() {
        return List.of(
                new RoomsRule(),
                new EdgesRule(),
                new CyclesRule(),
                new BareRule(),
                new ConceptsRule(),
                new ApiRule(),
                new EffectsRule(),
                new ReplayRule(),
                new ReservedRule(),
                new SecretsRule());
    }

    /**
     * Returns its name.
     *
     * @return one lower-case word
     */
    String id();

    /**
     * Returns what it demands.
     *
     * @return one sentence
     */
    String sentence();

    /**
     * Holds a tree to it. Parts of the tree that were not read are not judged.
     *
     * @param house the plan
     * @param tree the code
     * @return what was looked at, and what breaks the rule
     */
    Outcome check(House house, Tree tree);
}
