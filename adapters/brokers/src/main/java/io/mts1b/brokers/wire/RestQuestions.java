package io.mts1b.brokers.wire;

import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.json.JsonException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a venue over requests, one question after the other. A question whose connection broke is asked once more, for one that
 * was kept may be gone, and asking twice does no harm. Confined to the thread of its link.
 *
 * @param <M> what its messages are read as
 */
public final class RestQuestions<M> {

    private static final int TOO_MANY = 429;

    private final RequestQueue queue;
    private final RequestLimit limit;

    /**
     * Who is told: what the venue said, or why it said nothing that can be understood.
     *
     * @param <M> what its messages are read as
     */
    public interface Listener<M> {

        /**
         * It said something.
         *
         * @param message what
         */
        void said(M message);

        /**
         * It said nothing.
         *
         * @param reason why
         */
        void silent(String reason);
    }

    /**
     * A question.
     *
     * @param what it is called
     * @param request writes it, just before it is sent, given where the page begins; null at the first
     * @param reader reads the answer, or throws a {@link JsonException}
     * @param <M> what it is read as
     */
    public record Question<M>(
            String what, Function<@Nullable String, HttpRequest> request, Function<byte[], M> reader) {

        /**
         * Makes one that is answered in one page.
         *
         * @param what it is called
         * @param request writes it, just before it is sent
         * @param reader reads the answer, or throws a {@link JsonException}
         * @param <M> what it is read as
         * @return the question
         */
        public static <M> Question<M> of(String what, Supplier<HttpRequest> request, Function<byte[], M> reader) {
            return new Question<>(what, _ -> request.get(), reader);
        }
    }

    /**
     * Reads the pages of an answer.
     *
     * @param <M> what they are read as
     */
    public interface Reading<M> {

        /**
         * Takes a page.
         *
         * @param page the page
         * @return where the next begins, or null if this was the last
         * @throws IllegalArgumentException if it is not understood
         */
        @Nullable String take(M page);
    }

    /**
     * Makes it.
     *
     * @param link over which questions are sent
     * @param limit how many requests the venue takes
     */
    public RestQuestions(VenueLink link, RequestLimit limit) {
        this.queue = new RequestQueue(limit.limiter(), link);
        this.limit = limit;
    }

    /**
     * Asks.
     *
     * @param question what
     * @param listener who is told, once
     */
    public void ask(Question<M> question, Listener<M> listener) {
        ask(question, null, listener);
    }

    private void ask(Question<M> question, @Nullable String cursor, Listener<M> listener) {
        Supplier<HttpRequest> request = () -> question.request().apply(cursor);
        queue.ask(1, request, first -> {
            if (first instanceof VenueLink.Reply.Failed) {
                queue.ask(1, request, second -> heard(question, second, listener));
            } else {
                heard(question, first, listener);
            }
        });
    }

    private void heard(Question<M> question, VenueLink.Reply reply, Listener<M> listener) {
        limit.heed(reply);
        switch (reply) {
            case VenueLink.Reply.Failed(String reason) -> listener.silent(reason);
            case VenueLink.Reply.Answered answered -> {
                String silence = question.what() + " was answered with status " + answered.status();
                if (answered.status() >= 500 || answered.status() == TOO_MANY) {
                    listener.silent(silence);
                    return;
                }
                M message;
                try {
                    message = question.reader().apply(answered.body());
                } catch (JsonException e) {
                    listener.silent(silence + ": " + e.getMessage());
                    return;
                }
                listener.said(message);
            }
        }
    }

    /**
     * Asks for all pages of an answer.
     *
     * @param question what
     * @param reading takes each page
     * @param done called when the last was taken
     * @param silent told why there is no whole answer
     */
    public void pages(Question<M> question, Reading<M> reading, Runnable done, Consumer<String> silent) {
        page(question, null, reading, done, silent);
    }

    private void page(
            Question<M> question, @Nullable String cursor, Reading<M> reading, Runnable done, Consumer<String> silent) {
        ask(question, cursor, new Listener<>() {
            @Override
            public void said(M message) {
                String next;
                try {
                    next = reading.take(message);
                } catch (IllegalArgumentException e) {
                    silent.accept(String.valueOf(e.getMessage()));
                    return;
                }
                if (next == null) {
                    done.run();
                } else if (next.equals(cursor)) {
                    silent.accept("the next page begins where this one did");
                } else {
                    page(question, next, reading, done, silent);
                }
            }

            @Override
            public void silent(String reason) {
                silent.accept(reason);
            }
        });
    }
}
