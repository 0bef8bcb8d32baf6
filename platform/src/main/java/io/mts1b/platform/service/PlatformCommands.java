package io.mts1b.platform.service;

import java.util.List;
import java.util.concurrent.Callable;

/** What platform offers on the command line. */
public final class PlatformCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public PlatformCommands() {}

    @Override
    public String artifact() {
        return "platform";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(
                new AuditCommand(console),
                new BusCommand(console),
                new JournalCommand(console),
                new SchemaCommand(console));
    }
}
