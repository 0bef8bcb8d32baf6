package io.mts1b.brokers.setup;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.http.HttpClient;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.http.HttpResponse;
import io.mts1b.platform.http.MessageStream;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.retry.Backoff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What every {@link Probe} does at a venue, and how it says what it found. */
public final class VenueVisit {

    private static final Duration SKEW = Duration.ofSeconds(1);

    private final HttpClients clients;
    private final HttpClient client;

    /**
     * Goes there.
     *
     * @param clients the process's
     */
    public VenueVisit(HttpClients clients) {
        this.clients = clients;
        this.client = clients.client(Backoff.STANDARD);
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param request what
     * @return the answer, whatever its status
     */
    public HttpResponse ask(HttpRequest request) {
        return client.send(request);
    }

    /**
     * Asks, and waits for a good answer.
     *
     * @param request what
     * @return the bytes of the answer
     * @throws IllegalArgumentException if its status is not 200
     */
    public byte[] body(HttpRequest request) {
        HttpResponse response = client.send(request);
        Require.that(response.status() == 200, "the answer must have status 200, has " + response.status());
        return response.body();
    }

    /**
     * Says what is in an account.
     *
     * @param amounts by currency
     * @return such as {@code 0.5 BTC, 10 USD}
     */
    public static String amounts(SortedMap<Currency, Decimal> amounts) {
        return amounts.isEmpty()
                ? "nothing in it"
                : amounts.entrySet().stream()
                        .map(one -> one.getValue() + " " + one.getKey())
                        .collect(Collectors.joining(", "));
    }

    /**
     * Says what the best prices are.
     *
     * @param instrument of what
     * @param bid the best of who buys
     * @param ask the best of who sells
     * @return such as {@code BTC-USD.KRAKEN 60000 / 60000.1}
     * @throws IllegalArgumentException if they cross
     */
    public static String book(InstrumentId instrument, Decimal bid, Decimal ask) {
        Require.that(bid.compareTo(ask) < 0, "the bid must be below the ask, was " + bid + " and " + ask);
        return instrument + " " + bid + " / " + ask;
    }

    /**
     * Says by how much the clocks differ, as far as that can be known.
     *
     * @param before our time when the venue was asked
     * @param earliest what its time was at the earliest
     * @param latest and at the latest, where it rounds
     * @param after our time when it had answered
     * @return the bounds
     * @throws IllegalArgumentException if they differ by more than a second for certain
     */
    public static String skew(Instant before, Instant earliest, Instant latest, Instant after) {
        Duration least = Duration.between(after, earliest).truncatedTo(ChronoUnit.MILLIS);
        Duration most = Duration.between(before, latest).truncatedTo(ChronoUnit.MILLIS);
        String found = "the venue's clock is " + least + " to " + most + " ahead";
        Require.that(
                least.compareTo(SKEW) <= 0 && most.compareTo(SKEW.negated()) >= 0,
                "the clocks must be within " + SKEW + " of each other, " + found);
        return found;
    }

    /** What is said to a stream, and heard. */
    public interface Talk {

        /**
         * The stream is open.
         *
         * @param send says something to it
         */
        void opened(Consumer<String> send);

        /**
         * A message came.
         *
         * @param text the message
         * @param send says something
         * @param found called with what was found, when enough was heard
         * @throws IllegalArgumentException if it is not as it should be
         * @throws JsonException if it cannot be read
         */
        void heard(String text, Consumer<String> send, Consumer<String> found);
    }

    /**
     * Opens a stream, and hears until enough was.
     *
     * @param stream where it is
     * @param patience how long at most
     * @param talk what is said and heard
     * @return what was found
     * @throws IllegalArgumentException if it is not as it should be
     */
    public String stream(URI stream, Duration patience, Talk talk) {
        CompletableFuture<Check> told = new CompletableFuture<>();
        try (MessageStream _ = clients.stream(stream, List.of(), Backoff.STANDARD, new Hearing(talk, told))) {
            Check check = told.completeOnTimeout(
                            new Check("stream", false, "nothing came up within " + patience),
                            patience.toMillis(),
                            TimeUnit.MILLISECONDS)
                    .join();
            Require.that(check.passed(), check.detail());
            return check.detail();
        }
    }

    private static final class Hearing implements MessageStream.Listener {

        private final Talk talk;
        private final CompletableFuture<Check> told;
        private Consumer<String> send = _ -> {};

        private Hearing(Talk talk, CompletableFuture<Check> told) {
            this.talk = talk;
            this.told = told;
        }

        private void end(boolean passed, String detail) {
            told.complete(new Check("stream", passed, VenueMessage.reason(detail)));
        }

        @Override
        public void opened(MessageStream opened) {
            send = opened::send;
            talk.opened(send);
        }

        @Override
        public void message(String text) {
            try {
                talk.heard(text, send, found -> end(true, found));
            } catch (JsonException | IllegalArgumentException e) {
                end(false, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void message(byte[] bytes) {
            message(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void lost(String reason, Duration delay) {
            end(false, "the stream was lost: " + reason);
        }
    }
}
