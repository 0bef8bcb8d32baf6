package io.mts1b.brokers.local;

import io.mts1b.foundation.Require;
import io.mts1b.platform.http.Header;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A venue that speaks a protocol of requests and messages, whatever carries them. Confined to one thread. */
public interface LocalVenue {

    /**
     * A request.
     *
     * @param method such as {@code POST}
     * @param target path and query as they were sent
     * @param headers by their names, in any case
     * @param body in UTF-8, empty if there is none
     */
    record Request(String method, String target, SortedMap<String, String> headers, String body) {

        /** Copies. */
        public Request {
            SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            copy.putAll(headers);
            headers = Collections.unmodifiableSortedMap(copy);
        }

        /**
         * Returns the target without its query.
         *
         * @return the path
         */
        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        /**
         * Returns what stands in the query or in a form.
         *
         * @param text pairs such as {@code a=1&b=2}, percent-encoded
         * @return the values by name; of a name that stands there twice, the last
         * @throws IllegalArgumentException if it is not encoded so
         */
        public static Map<String, String> form(String text) {
            return Forms.read(text);
        }
    }

    /**
     * What comes of a request.
     *
     * @param status of HTTP
     * @param type the media type
     * @param headers the other lines before the body
     * @param body in UTF-8
     */
    record Reply(int status, String type, List<Header> headers, String body) {

        /** Validates, and copies. */
        public Reply {
            Require.that(status >= 200 && status <= 599, "status must be in [200, 599], was " + status);
            headers = List.copyOf(headers);
        }

        /**
         * Makes an answer without other headers.
         *
         * @param status of HTTP
         * @param type the media type
         * @param body in UTF-8
         */
        public Reply(int status, String type, String body) {
            this(status, type, List.of(), body);
        }

        /**
         * Makes an answer of JSON.
         *
         * @param body the document
         * @return the answer, with status 200
         */
        public static Reply json(String body) {
            return new Reply(200, "application/json", body);
        }
    }

    /** Who hears of a reply. */
    interface Asker {

        /**
         * Hears it.
         *
         * @param reply what came of the request
         */
        void hear(Reply reply);

        /** Hears nothing: the connection is cut. */
        void cut();

        /**
         * Makes one that is never cut.
         *
         * @param told what to do with the reply
         * @return who hears of it
         */
        static Asker of(Consumer<Reply> told) {
            return new Asker() {
                @Override
                public void hear(Reply reply) {
                    told.accept(reply);
                }

                @Override
                public void cut() {
                    throw new IllegalStateException("a venue that does not lie cuts nobody off");
                }
            };
        }
    }

    /** The other end of a stream. */
    interface Peer {

        /**
         * Sends what was asked for.
         *
         * @param message the message
         */
        void answer(String message);

        /**
         * Sends what was not asked for.
         *
         * @param message the message
         */
        void tell(String message);

        /** Ends the stream. */
        void close();
    }

    /**
     * Takes a request.
     *
     * @param request the request
     * @param asker who is told what comes of it, once
     */
    void request(Request request, Asker asker);

    /**
     * Tells how messages of its streams are framed.
     *
     * @return whether as bytes; else as texts
     */
    default boolean tellsBytes() {
        return false;
    }

    /**
     * Returns what is said to who asks too often, in the words of this venue.
     *
     * @return the reply
     */
    Reply busy();

    /**
     * A stream was opened.
     *
     * @param path where
     * @param peer its other end, by identity
     * @return whether there is a stream at that path; if not, it is refused
     */
    boolean opened(String path, Peer peer);

    /**
     * A message came over a stream.
     *
     * @param peer its other end
     * @param message the message
     */
    void heard(Peer peer, String message);

    /**
     * A stream has ended.
     *
     * @param peer its other end
     */
    void closed(Peer peer);
}
