package io.mts1b.brokers.wire;

import io.mts1b.platform.http.Header;
import io.mts1b.platform.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a broker over a network needs of the world: a line for messages, requests, and time that passes. All that it tells the
 * broker it tells on one thread, the one that calls the broker.
 */
public interface VenueLink {

    /** The broker on a link, as the link sees it. */
    interface User {

        /** Hears that there is a connection. */
        void opened();

        /**
         * Hears that the connection is lost. What was sent and not answered may have been taken.
         *
         * @param reason why, without secrets
         */
        void lost(String reason);

        /**
         * Hears a message.
         *
         * @param frame the message
         */
        void heard(String frame);
    }

    /** What came of a request. */
    sealed interface Reply {

        /**
         * An answer.
         *
         * @param status its code
         * @param headers the lines before the body
         * @param body its bytes, not copied
         */
        @SuppressWarnings("ArrayRecordComponent") // Copied nowhere, compared by nobody.
        record Answered(int status, List<Header> headers, byte[] body) implements Reply {

            /** Copies the headers. */
            public Answered {
                headers = List.copyOf(headers);
            }

            /**
             * Finds a header.
             *
             * @param name in any case
             * @return the value of the first of that name
             */
            public Optional<String> header(String name) {
                return headers.stream()
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .map(Header::value)
                        .findFirst();
            }
        }

        /**
         * None.
         *
         * @param reason why, without secrets
         */
        record Failed(String reason) implements Reply {}
    }

    /** Opens the line, and again whenever it is lost, until it is; each time {@link User#opened} is called. */
    void open();

    /** Gives the line up; it is told as lost, and opened again. */
    void reset();

    /**
     * Sends a message.
     *
     * @param frame the message
     * @return whether it may have been sent; false if it certainly was not
     */
    boolean send(String frame);

    /**
     * Sends a request, once.
     *
     * @param request the request
     * @param told what came of it; called once, later
     */
    void post(HttpRequest request, Consumer<Reply> told);

    /**
     * Plans something.
     *
     * @param delay how long from now
     * @param action what to do then
     */
    void after(Duration delay, Runnable action);
}
