package io.mts1b.platform.service;

/** What a command tells the shell. */
public final class ExitCode {

    /** What was asked for is done. */
    public static final int DONE = 0;

    /** It was tried and went wrong, or what was checked is not as it should be. */
    public static final int FAILED = 1;

    /** Nothing was tried: wrong usage, or input that was refused. */
    public static final int REFUSED = 2;

    private ExitCode() {}
}
