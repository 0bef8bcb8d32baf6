package io.mts1b.contracts;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.Concept;
import io.mts1b.contracts.house.House;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A protected concept whose home is in the tree.
 *
 * @param concept the concept
 * @param found which of its types stand in the home
 * @param missing which do not
 */
record ConceptHome(Concept concept, List<String> found, List<String> missing) {

    ConceptHome {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    /** Looks for the homes of all concepts; one whose package is not in the tree is left out. */
    static List<ConceptHome> of(House house, Tree tree) {
        Set<String> types = new TreeSet<>();
        tree.modules().forEach(module -> types.addAll(module.classes().types()));
        List<ConceptHome> homes = new ArrayList<>();
        for (Concept concept : house.concepts()) {
            if (types.stream().anyMatch(concept::atHome)) {
                List<String> found = concept.canonical().stream()
                        .filter(name -> types.contains(concept.room() + "." + name))
                        .toList();
                List<String> missing = new ArrayList<>(concept.canonical());
                missing.removeAll(found);
                homes.add(new ConceptHome(concept, found, missing));
            }
        }
        return homes;
    }
}
