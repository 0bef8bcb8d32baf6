package io.mts1b.brokers.commands;

import io.mts1b.platform.clock.WallClock;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.service.CommandProvider;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.Map;
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
        return "Try accounts at venues, serve venues of our own, read messages, and sign as they are wanted.";
    }

    @Override
    public List<Callable<Integer>> commands(Console console) {
        Map<String, String> environment = ConfigurationSources.environmentOfProcess();
        return List.of(
                new TestCommand(console, WallClock.source(), environment),
                new VenueCommand(console, WallClock.source(), environment),
                new DecodeCommand(console, WallClock.source()),
                new SignCommand(console, WallClock.source()));
    }
}
