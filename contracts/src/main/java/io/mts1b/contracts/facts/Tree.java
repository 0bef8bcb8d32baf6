package io.mts1b.contracts.facts;

import java.nio.file.Path;
import java.util.List;

/**
 * All that the rules look at: a whole reactor, or one module of it.
 *
 * @param root the folder that paths start from
 * @param modules the modules; the POM at the root is one of them if it was read
 * @param files the files of the tree, for the search for secrets
 */
public record Tree(Path root, List<Module> modules, List<Path> files) {

    /** Copies. */
    public Tree {
        modules = List.copyOf(modules);
        files = List.copyOf(files);
    }
}
