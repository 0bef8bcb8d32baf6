package io.mts1b.platform.service;

import java.util.List;
import java.util.concurrent.Callable;

/** What there is to see of foundation, which depends on nothing and so cannot offer it itself. */
public final class FoundationCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public FoundationCommands() {}

    @Override
    public String artifact() {
        return "foundation";
    }

    @Override
    public String description() {
        return "Look at the types that cross module boundaries.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(new SchemaCommand(console));
    }
}
