package io.mts1b.platform.messaging;

import java.time.Duration;
import java.util.Optional;

/** A page was not posted, as far as is known. The message holds no secret. */
public final class ChannelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Advice advice;
    private final transient Optional<Duration> after;

    /** What to do about it. */
    public enum Advice {
        /** Post it again later. */
        TRY_AGAIN,
        /** Nothing: it would be refused again. */
        GIVE_UP
    }

    private ChannelException(Advice advice, Optional<Duration> after, String message) {
        super(message);
        this.advice = advice;
        this.after = after;
    }

    /**
     * Makes one for what would be refused again.
     *
     * @param message which service, and what it said
     * @return the exception
     */
    public static ChannelException giveUp(String message) {
        return new ChannelException(Advice.GIVE_UP, Optional.empty(), message);
    }

    /**
     * Makes one for what may succeed later.
     *
     * @param message which service, and what happened
     * @return the exception
     */
    public static ChannelException tryAgain(String message) {
        return new ChannelException(Advice.TRY_AGAIN, Optional.empty(), message);
    }

    /**
     * Makes one for a service that is sent too much.
     *
     * @param message which service, and what it said
     * @param after how long it wants to be left alone
     * @return the exception
     */
    public static ChannelException tooMuch(String message, Duration after) {
        return new ChannelException(Advice.TRY_AGAIN, Optional.of(after), message);
    }

    /**
     * Returns what to do.
     *
     * @return the advice
     */
    public Advice advice() {
        return advice;
    }

    /**
     * Returns how long the service wants to be left alone.
     *
     * @return the time; empty if it did not say
     */
    public Optional<Duration> after() {
        return after;
    }
}
