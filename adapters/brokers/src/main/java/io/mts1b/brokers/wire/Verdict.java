package io.mts1b.brokers.wire;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.platform.json.JsonException;

/**
 * What an answer says of the command it answers.
 *
 * @param <T> what was answered
 */
public sealed interface Verdict<T> {

    /** It was taken. */
    record Done<T>(T said) implements Verdict<T> {}

    /** It was looked at and not taken. */
    record Refused<T>(String reason) implements Verdict<T> {}

    /** It may have been taken, or not. */
    record Doubt<T>(String reason) implements Verdict<T> {}

    /**
     * Reads what was answered.
     *
     * @param <T> what that is
     */
    interface Reading<T> {

        /**
         * Reads an answer.
         *
         * @param status of HTTP
         * @param body its bytes
         * @return what it says
         * @throws JsonException if it cannot be read
         */
        Verdict<T> read(int status, byte[] body);
    }

    /**
     * Finds the verdict. Errors of the client were looked at; a timeout, errors of the server, and what cannot be read are
     * the line's word and not the venue's.
     *
     * @param reply what came of the request
     * @param reading reads an answer
     * @param <T> what that is
     * @return what it says of the command
     */
    static <T> Verdict<T> of(VenueLink.Reply reply, Reading<T> reading) {
        return switch (reply) {
            case VenueLink.Reply.Failed(String reason) -> new Doubt<>(VenueMessage.reason(reason));
            case VenueLink.Reply.Answered answered -> {
                try {
                    yield reading.read(answered.status(), answered.body());
                } catch (JsonException e) {
                    yield refusedOrDoubt(answered.status(), "status " + answered.status() + ": " + e.getMessage());
                }
            }
        };
    }

    /**
     * Makes the verdict of an answer that is no success.
     *
     * @param status of HTTP
     * @param reason what was said
     * @param <T> what would have been answered
     * @return refused if the venue has looked at it, else doubt
     */
    static <T> Verdict<T> refusedOrDoubt(int status, String reason) {
        String text = VenueMessage.reason(reason);
        return status >= 400 && status < 500 && status != 408 ? new Refused<>(text) : new Doubt<>(text);
    }
}
