package io.mts1b.brokers.commands;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.concurrent.Callable;

/** What brokers offer on the command line. */
public final class BrokerCommands implements CommandProvider {

    /** For {@link java.util.ServiceLoader}. */
    public BrokerCommands() {}

    @Override
    public String artifact() {
        return "brokers";
    }

    @Override
    public String description() {
        return "Read messages of venues, and sign as they want it.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        return List.of(new DecodeCommand(console, WallClock.source()), new SignCommand(console));
    }
}
