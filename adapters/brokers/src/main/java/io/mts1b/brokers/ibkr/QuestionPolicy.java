package io.mts1b.brokers.ibkr;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which warnings are confirmed without asking a person. A question that has any other, or none that is named, is declined, and
 * its order refused.
 *
 * @param confirmed the warnings that are confirmed
 */
public record QuestionPolicy(Set<IbkrWarning> confirmed) {

    /** Confirms what is said of a kind of order whatever order it is, and nothing that is said of this one. */
    public static final QuestionPolicy STANDARD = new QuestionPolicy(EnumSet.of(
            IbkrWarning.NO_MARKET_DATA,
            IbkrWarning.MARKET_ORDER_RISK,
            IbkrWarning.STOP_ORDER_RISK,
            IbkrWarning.PRICE_CAP,
            IbkrWarning.STOP_ORDER_KINDS));

    /** Confirms nothing. */
    public static final QuestionPolicy NONE = new QuestionPolicy(EnumSet.noneOf(IbkrWarning.class));

    /** Copies. */
    public QuestionPolicy {
        EnumSet<IbkrWarning> copy = EnumSet.noneOf(IbkrWarning.class);
        copy.addAll(confirmed);
        confirmed = Collections.unmodifiableSet(copy);
    }

    /**
     * Adds warnings.
     *
     * @param names of warnings that are confirmed, too, such as {@code price-limit}
     * @return a policy that confirms more
     * @throws IllegalArgumentException if one is not the name of a warning
     */
    public QuestionPolicy and(List<String> names) {
        EnumSet<IbkrWarning> more = EnumSet.noneOf(IbkrWarning.class);
        more.addAll(confirmed);
        names.forEach(name -> more.add(IbkrWarning.parse(name)));
        return new QuestionPolicy(more);
    }

    /**
     * Looks at a question.
     *
     * @param question what the venue asks
     * @return why it is not confirmed; empty if it is
     */
    public Optional<String> objection(IbkrMessage.Asked question) {
        List<String> others = question.warnings().stream()
                .filter(id -> IbkrWarning.of(id).filter(confirmed::contains).isEmpty())
                .toList();
        if (others.isEmpty() && !question.warnings().isEmpty()) {
            return Optional.empty();
        }
        String names = others.stream()
                .map(id -> id + IbkrWarning.of(id).map(one -> " (" + one + ")").orElse(""))
                .collect(Collectors.joining(", "));
        return Optional.of(
                "not confirmed: " + (names.isEmpty() ? "a question without a name" : names) + ": " + question.text());
    }
}
