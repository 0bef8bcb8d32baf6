package io.mts1b.platform.bus;

import io.mts1b.platform.bus.BusException.Category;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/** Somebody who answers in this process: a bounded queue of questions, and a thread. */
final class LocalAnswerer<Q, A> implements Subscription {

    private static final int WAITING = 1_024;

    private final Call<Q, A> call;
    private final Function<Q, A> answer;
    private final Consumer<LocalAnswerer<Q, A>> onClose;
    private final Tally tally = new Tally();
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final ThreadPoolExecutor thread;

    LocalAnswerer(Call<Q, A> call, Function<Q, A> answer, Consumer<LocalAnswerer<Q, A>> onClose) {
        this.call = call;
        this.answer = answer;
        this.onClose = onClose;
        thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("bus " + call.subject()).factory());
    }

    void ask(Object question, CompletableFuture<Object> into) {
        try {
            thread.execute(() -> answer(question, into));
        } catch (RejectedExecutionException e) {
            if (isClosed.get()) {
                into.completeExceptionally(Answers.nobody(call.subject().toString()));
            } else {
                tally.dropped();
                into.completeExceptionally(new BusException(
                        Category.OVERLOADED, call.subject() + " has " + WAITING + " questions waiting already", e));
            }
        }
    }

    private void answer(Object question, CompletableFuture<Object> into) {
        String subject = call.subject().toString();
        try {
            A made = answer.apply(Envelope.as(subject, question, call.question()));
            if (!Envelope.isAlwaysShort(call.answer())) {
                Envelope.encode(subject, made);
            }
            into.complete(made);
        } catch (RuntimeException | Error e) {
            tally.failed(e);
            into.completeExceptionally(Answers.failed(subject, e.toString()));
        }
        tally.delivered();
    }

    @Override
    public SubscriptionStatus status() {
        return tally.status(call.subject().toString(), thread.getQueue().size(), 0, 0);
    }

    /** Takes no more questions; those that wait are answered. */
    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            onClose.accept(this);
            thread.shutdown();
        }
    }
}
