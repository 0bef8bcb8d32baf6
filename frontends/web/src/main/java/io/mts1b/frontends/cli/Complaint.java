package io.mts1b.frontends.cli;

import io.mts1b.frontends.demo.RefusedRunException;
import io.mts1b.marketdata.file.RefusedFileException;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.service.ExitCode;

/** What is said of an exception that ends a command. */
final class Complaint {

    private Complaint() {}

    /** Returns one line for people: what is refused explains itself, a failure is told with its cause. */
    static String of(Exception e) {
        if (isRefusal(e) || e.getCause() == null) {
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
        return e.getMessage() + ": " + e.getCause().getMessage();
    }

    /** Returns 2 for what was refused before anything was done, 1 for what went wrong. */
    static int exitCode(Exception e) {
        return isRefusal(e) ? ExitCode.REFUSED : ExitCode.FAILED;
    }

    private static boolean isRefusal(Exception e) {
        return e instanceof RefusedFileException
                || e instanceof RefusedRunException
                || e instanceof ConfigurationException;
    }
}
