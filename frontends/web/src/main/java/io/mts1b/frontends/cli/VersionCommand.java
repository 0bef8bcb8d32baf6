package io.mts1b.frontends.cli;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which version this is. */
@Command(name = "version", description = "Print the version of the house and of Java.")
final class VersionCommand implements Callable<Integer> {

    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    /** What is printed for programs. */
    record Version(String mts1b, String java) {}

    @Override
    public Integer call() {
        String packaged = VersionCommand.class.getPackage().getImplementationVersion();
        Version version =
                new Version(packaged == null ? "unpackaged" : packaged, Runtime.version().toString());
        console.print(version, "MTS1B " + version.mts1b + " on Java " + version.java);
        return ExitCode.DONE;
    }
}
