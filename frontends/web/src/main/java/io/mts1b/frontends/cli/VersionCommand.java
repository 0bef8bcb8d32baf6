package io.mts1b.frontends.cli;

import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Says which version this is. */
@Command(name = "version", description = "Print the version of the house and of Java.")
final class VersionCommand implements Callable<Integer> {

    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    /** What is printed for programs. */
    record Version(String mts1b, String java) {

        static Version current() {
            String packaged = VersionCommand.class.getPackage().getImplementationVersion();
            return new Version(
                    packaged == null ? "unpackaged" : packaged,
                    Runtime.version().toString());
        }

        String text() {
            return "MTS1B " + mts1b + " on Java " + java;
        }
    }

    @Override
    public Integer call() {
        Version version = Version.current();
        console.print(version, version.text());
        return ExitCode.DONE;
    }

    /** Answers {@code mts --version}. */
    static final class Provider implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {Version.current().text()};
        }
    }
}
