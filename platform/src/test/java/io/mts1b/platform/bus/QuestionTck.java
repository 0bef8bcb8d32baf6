package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.assertRefused;
import static io.mts1b.platform.bus.Pings.OMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Subject;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.bus.Pings.NewPing;
import io.mts1b.platform.bus.Pings.Ping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bus does with questions. */
abstract class QuestionTck {

    private static final Subject REVIEWED = Subject.parse("mts.v1.riskengine.pings.reviewed");
    private static final Call<Ping, Ping> REVIEW = new Call<>(REVIEWED, Ping.class, Ping.class);
    private static final Duration LONG = Duration.ofSeconds(20);

    private BusNetwork network;
    private Bus oms;
    private Bus riskengine;

    /** Opens a network on which nothing was ever published. */
    abstract BusNetwork open() throws Exception;

    @BeforeEach
    void connect() throws Exception {
        network = open();
        oms = network.connect(OMS);
        riskengine = network.connect("riskengine");
    }

    @AfterEach
    void close() {
        if (network != null) {
            network.close();
        }
    }

    private static void assertFails(Category category, CompletableFuture<?> answer) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        BusException.class,
                        e -> assertThat(e.category()).as(e.toString()).isEqualTo(category));
    }

    @Test
    void who_asks_is_answered() {
        riskengine.answer(REVIEW, ping -> new Ping(ping.number() + 1));

        assertThat(oms.ask(REVIEW, new Ping(1), LONG).join()).isEqualTo(new Ping(2));
        assertThat(riskengine.subscriptions())
                .singleElement()
                .satisfies(status -> assertThat(status.name()).contains(REVIEWED.toString()));
    }

    @Test
    void if_nobody_answers_one_knows_at_once() {
        assertFails(Category.NOBODY_ANSWERS, oms.ask(REVIEW, new Ping(1), LONG));
        Subscription answering = riskengine.answer(REVIEW, ping -> ping);
        oms.ask(REVIEW, new Ping(1), LONG).join();
        answering.close();
        answering.close();
        assertThat(riskengine.subscriptions()).isEmpty();
    }

    @Test
    void patience_ends() {
        CountDownLatch released = new CountDownLatch(1);
        riskengine.answer(REVIEW, ping -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ping;
        });

        assertFails(Category.TIMEOUT, oms.ask(REVIEW, new Ping(1), Duration.ofMillis(150)));
        released.countDown();
        assertThat(oms.ask(REVIEW, new Ping(2), LONG).join()).isEqualTo(new Ping(2));
    }

    @Test
    void an_answer_that_fails_says_why() {
        Subscription answering = riskengine.answer(REVIEW, ping -> {
            throw new IllegalArgumentException("no limits for\nüç " + ping.number());
        });

        CompletableFuture<Ping> answer = oms.ask(REVIEW, new Ping(3), LONG);

        assertFails(Category.ANSWER_FAILED, answer);
        assertThatThrownBy(answer::join).hasMessageContaining("no limits for");
        Inbox.until(() -> answering.status().failed() == 1);
    }

    @Test
    void of_several_one_answers_each() {
        riskengine.answer(REVIEW, ping -> new Ping(100 + ping.number()));
        network.connect("riskengine").answer(REVIEW, ping -> new Ping(200 + ping.number()));
        List<Long> answers = new ArrayList<>();
        for (long number = 0; number < 64; number++) {
            answers.add(oms.ask(REVIEW, new Ping(number), LONG).join().number() - number);
        }

        assertThat(answers).contains(100L, 200L).containsOnly(100L, 200L);
    }

    @Test
    void older_and_newer_understand_each_other() {
        riskengine.answer(new Call<>(REVIEWED, Ping.class, NewPing.class), ping -> new NewPing(ping.number(), "red"));

        Call<NewPing, Ping> older = new Call<>(REVIEWED, NewPing.class, Ping.class);
        assertThat(oms.ask(older, new NewPing(5, "blue"), LONG).join()).isEqualTo(new Ping(5));
    }

    @Test
    void a_question_of_100_megabytes_is_refused() {
        Call<String, String> texts = new Call<>(REVIEWED, String.class, String.class);
        riskengine.answer(texts, text -> text.isEmpty() ? Pings.megabytes(100) : text);

        assertRefused(Category.TOO_LONG, () -> oms.ask(texts, Pings.megabytes(100), LONG));
        assertFails(Category.ANSWER_FAILED, oms.ask(texts, "", LONG));
        assertThat(oms.ask(texts, "small", LONG).join()).isEqualTo("small");
    }

    @Test
    void impatience_is_refused() {
        assertThatThrownBy(() -> oms.ask(REVIEW, new Ping(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("patience must be positive, was PT0S");
    }
}
