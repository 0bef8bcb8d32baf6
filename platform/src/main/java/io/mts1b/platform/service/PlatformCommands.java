package io.mts1b.platform.service;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.Configuration;
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
    public String description() {
        return "Look at what the run-time primitives keep.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(
                new AuditCommand(console),
                new BusCommand(console),
                new CalendarCommand(console),
                new ConfigCommand(console, Configuration.installedSections()),
                new JournalCommand(console),
                new RedactCommand(console),
                new SymbolCommand(console, WallClock.source()));
    }
}
