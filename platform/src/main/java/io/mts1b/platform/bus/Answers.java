package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Questions and answers in this process. Thread-safe. */
final class Answers {

    private final Map<Subject, List<LocalAnswerer<?, ?>>> answerers = new LinkedHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    <Q, A> LocalAnswerer<Q, A> add(Call<Q, A> call, Function<Q, A> answer, Consumer<Subscription> onClose) {
        LocalAnswerer<Q, A> answerer = new LocalAnswerer<>(call, answer, one -> {
            remove(call.subject(), one);
            onClose.accept(one);
        });
        synchronized (answerers) {
            answerers
                    .computeIfAbsent(call.subject(), _ -> new CopyOnWriteArrayList<>())
                    .add(answerer);
        }
        return answerer;
    }

    private void remove(Subject subject, LocalAnswerer<?, ?> answerer) {
        synchronized (answerers) {
            answerers.getOrDefault(subject, List.of()).remove(answerer);
        }
    }

    <Q, A> CompletableFuture<A> ask(Call<Q, A> call, Q question, Duration patience) {
        String subject = call.subject().toString();
        if (!Envelope.isAlwaysShort(call.question())) {
            Envelope.encode(subject, question);
        }
        CompletableFuture<Object> answer = new CompletableFuture<>();
        List<LocalAnswerer<?, ?>> able;
        synchronized (answerers) {
            able = List.copyOf(answerers.getOrDefault(call.subject(), List.of()));
        }
        if (able.isEmpty()) {
            answer.completeExceptionally(nobody(subject));
        } else {
            able.get(Math.floorMod(turn.getAndIncrement(), able.size())).ask(question, answer);
        }
        return answer.orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(e ->
                        CompletableFuture.failedFuture(e instanceof TimeoutException ? late(subject, patience) : e))
                .thenApply(value -> Envelope.as(subject, value, call.answer()));
    }

    static BusException nobody(String subject) {
        return new BusException(Category.NOBODY_ANSWERS, "somebody must answer " + subject + ", but nobody does");
    }

    static BusException late(String subject, Duration patience) {
        return new BusException(Category.TIMEOUT, "answer on " + subject + " must come within " + patience);
    }

    static BusException failed(String subject, String reason) {
        return new BusException(Category.ANSWER_FAILED, "question on " + subject + " was not answered: " + reason);
    }
}
