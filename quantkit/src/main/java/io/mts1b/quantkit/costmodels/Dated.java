package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What is in force from a day on, until something else is.
 *
 * @param since the first day; {@link LocalDate#MIN} for what was always so
 * @param value what is in force
 * @param <T> of which kind
 */
public record Dated<T>(LocalDate since, T value) {

    /** Validates. */
    public Dated {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(value, "value");
    }

    static <T> List<Dated<T>> inOrder(String name, List<Dated<T>> history) {
        for (int i = 1; i < history.size(); i++) {
            Require.that(
                    history.get(i).since.isAfter(history.get(i - 1).since),
                    name + " must be in order of their dates, was since " + history.get(i).since + " after "
                            + history.get(i - 1).since);
        }
        return List.copyOf(history);
    }

    /** Returns what is in force; before the first day what was first, which only an extended schedule asks for. */
    static <T> T at(List<Dated<T>> history, LocalDate date) {
        Dated<T> found = history.getFirst();
        for (Dated<T> one : history) {
            if (!one.since.isAfter(date)) {
                found = one;
            }
        }
        return found.value;
    }
}
