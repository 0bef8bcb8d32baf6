package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.riskengine.gates.CroAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which orders wait for the chief risk officer, and what was answered: a part of the fold. An answer is about the order as it
 * was asked about, and is gone once the gates have decided.
 *
 * <p>Confined to the thread of the state.
 */
final class Vetoes {

    private final Map<OrderId, Question> questions = new LinkedHashMap<>();

    /**
     * What was asked and is not decided.
     *
     * @param order about which order
     * @param isOver whether it was answered, or is not waited for any more
     * @param answer what was answered; null while there is nothing
     */
    record Question(OrderId order, boolean isOver, @Nullable CroAnswer answer) {}

    Vetoes(List<Question> all) {
        all.forEach(question -> questions.put(question.order(), question));
    }

    /** Takes what happened to an order. */
    void happened(OrderEvent event) {
        if (event instanceof OrderEvent.RiskRequested) {
            questions.put(event.orderId(), new Question(event.orderId(), false, null));
        } else if (!questions.isEmpty()) {
            questions.remove(event.orderId());
        }
    }

    /** Takes an answer, or that there will be none. */
    void answered(OmsEvent.VetoAnswered answered) {
        OrderId order = answered.order();
        Require.that(isAwaited(order), () -> "order " + order + " must wait for an answer");
        questions.put(order, new Question(order, true, answered.answer()));
    }

    boolean isAwaited(OrderId order) {
        Question question = questions.get(order);
        return question != null && !question.isOver;
    }

    Optional<CroAnswer> answer(OrderId order) {
        return Optional.ofNullable(questions.get(order)).map(Question::answer);
    }

    /** Returns what was asked and is not decided, the first first. */
    List<Question> all() {
        return questions.isEmpty() ? List.of() : List.copyOf(questions.values());
    }
}
