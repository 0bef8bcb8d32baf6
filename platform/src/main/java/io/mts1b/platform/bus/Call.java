package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Subject;
import java.util.Objects;

/**
 * A question and its answer.
 *
 * @param subject where it is asked; its source is the artifact that answers
 * @param question the type of the question, with a JSON form
 * @param answer the type of the answer, with a JSON form
 * @param <Q> the type of the question
 * @param <A> the type of the answer
 */
public record Call<Q, A>(Subject subject, Class<Q> question, Class<A> answer) {

    /** Validates. */
    public Call {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(answer, "answer");
    }
}
