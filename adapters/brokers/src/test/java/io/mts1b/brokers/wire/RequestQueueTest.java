package io.mts1b.brokers.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.local.Processes;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.http.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RequestQueueTest {

    private final VirtualTime time = new VirtualTime(Processes.START);
    private final List<String> posted = new ArrayList<>();
    private final List<VenueLink.Reply> told = new ArrayList<>();
    private final RequestQueue queue = new RequestQueue(Processes.unlimited(time), new Answering());

    /** Answers whatever is asked a moment later. */
    private final class Answering implements VenueLink {

        @Override
        public void open() {}

        @Override
        public void reset() {}

        @Override
        public boolean send(String frame) {
            return false;
        }

        @Override
        public void post(HttpRequest request, Consumer<Reply> hears) {
            posted.add(request.uri().getPath());
            after(Duration.ofMillis(1), () -> hears.accept(new Reply.Answered(200, List.of(), new byte[0])));
        }

        @Override
        public void after(Duration delay, Runnable action) {
            time.after(delay, action);
        }
    }

    private static HttpRequest get(String path) {
        return HttpRequest.of(HttpRequest.Method.GET, URI.create("https://venue.com/" + path));
    }

    private void pass() {
        time.until(time.instant().plusSeconds(1));
    }

    @Test
    void a_request_that_cannot_be_written_is_told_as_failed_and_the_next_is_sent() {
        queue.ask(1, () -> get("first"), told::add);
        queue.ask(1, () -> get("v2/orders/b0b6 dd9d"), told::add);
        queue.ask(
                1,
                () -> {
                    throw new UncheckedIOException(new IOException("no space is left"));
                },
                told::add);
        queue.ask(1, () -> get("last"), told::add);
        pass();
        assertThat(posted).containsExactly("/first", "/last");
        assertThat(told).hasSize(4);
        assertThat(told.get(1))
                .isInstanceOfSatisfying(
                        VenueLink.Reply.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("not sent: Illegal character in path"));
        assertThat(told.get(2))
                .isEqualTo(new VenueLink.Reply.Failed("not sent: java.io.IOException: no space is left"));
    }

    /** Who asks may ask again out of what he is told, and must have returned by then. */
    @Test
    void nobody_is_told_before_the_question_is_asked() {
        queue.ask(1, () -> get("a b"), told::add);
        assertThat(told).isEmpty();
        pass();
        assertThat(told).hasSize(1);
    }

    @Test
    void who_fails_over_an_answer_does_not_stop_the_next() {
        queue.ask(1, () -> get("first"), _ -> {
            throw new ArithmeticException("does not fit");
        });
        queue.ask(1, () -> get("last"), told::add);
        assertThatThrownBy(this::pass).isInstanceOf(ArithmeticException.class);
        pass();
        assertThat(told).hasSize(1);
    }
}
