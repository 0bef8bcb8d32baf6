package io.mts1b.platform.bus;

import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.json.Json;
import io.nats.client.Connection;
import io.nats.client.JetStreamStatusException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/** Questions and answers by way of a server, as JSON; an answer that failed says so in a header. */
final class NatsQuestions {

    private static final String GROUP = "answers";
    private static final String ERROR = "Mts-Error";
    private static final int WAITING = 1_024;

    private final Connection connection;

    NatsQuestions(Connection connection) {
        this.connection = connection;
    }

    <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        String subject = call.subject().toString();
        return connection
                .requestWithTimeout(subject, Envelope.encode(subject, question), patience)
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(e -> CompletableFuture.failedFuture(failure(subject, patience, e)))
                .thenApply(message -> read(call, message));
    }

    private static BusException failure(String subject, Duration patience, Throwable e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        return switch (cause) {
            case TimeoutException _ -> Answers.late(subject, patience);
            case JetStreamStatusException _ -> Answers.nobody(subject);
            default -> new BusException(Category.UNREACHABLE, "question on " + subject + " was lost: " + cause, cause);
        };
    }

    private static <A> A read(Call<?, A> call, Message message) {
        Headers headers = message.getHeaders();
        String error = headers == null ? null : headers.getFirst(ERROR);
        if (error != null) {
            throw Answers.failed(call.subject().toString(), error);
        }
        return Json.readNewer(message.getData(), call.answer());
    }

    <Q, A> NatsSubscription answer(Call<Q, A> call, Function<Q, A> answer, Consumer<Subscription> onClose) {
        String subject = call.subject().toString();
        return new NatsSubscription(
                connection, subject, Optional.of(GROUP), WAITING, message -> reply(call, answer, message), onClose);
    }

    private <Q, A> void reply(Call<Q, A> call, Function<Q, A> answer, Message message) {
        String replyTo = message.getReplyTo();
        try {
            A made = answer.apply(Json.readNewer(message.getData(), call.question()));
            connection.publish(replyTo, Envelope.encode(call.subject().toString(), made));
        } catch (RuntimeException | Error e) {
            connection.publish(replyTo, new Headers().put(ERROR, oneLine(e.toString())), new byte[0]);
            throw e;
        }
    }

    /** Headers are lines of ASCII. */
    private static String oneLine(String text) {
        return text.replaceAll("[^ -~]", "?");
    }
}
