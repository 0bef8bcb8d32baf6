package io.mts1b.oms;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which positions have passed their stop: a part of the fold. A stop that was passed stays passed until the position is
 * gone or has turned to the other side, which makes it another position.
 *
 * <p>Confined to the thread of the state.
 */
final class Stops {

    private final Map<Scope.OfPosition, Passed> passed = new LinkedHashMap<>();
    private int begun;

    /**
     * A position that has passed its stop.
     *
     * @param position which
     * @param side whether it is long or short: 1 or -1
     * @param operation the last operation that closes it
     * @param times how many operations that were
     */
    record Passed(Scope.OfPosition position, int side, String operation, int times) {}

    /** All of it. */
    record Form(List<Passed> passed, int begun) {}

    Stops(Form form) {
        form.passed().forEach(one -> passed.put(one.position(), one));
        begun = form.begun();
    }

    Form form() {
        return new Form(all(), begun);
    }

    /** Takes that an operation begins to close a position of so much, and returns the one that did so before. */
    Optional<String> begun(Operation operation, Decimal held) {
        if (!(operation.scope() instanceof Scope.OfPosition position)) {
            return Optional.empty();
        }
        begun++;
        Optional<Passed> before = passed(position);
        int times = before.map(Passed::times).orElse(0) + 1;
        passed.put(position, new Passed(position, held.signum(), operation.id(), times));
        return before.map(Passed::operation);
    }

    /** Takes that a position has become so much, and returns the operation that has no more to do with it. */
    Optional<String> moved(FundId fund, InstrumentId instrument, Supplier<Decimal> held) {
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        Scope.OfPosition position = new Scope.OfPosition(fund, instrument);
        Passed before = passed.get(position);
        if (before == null || before.side == held.get().signum()) {
            return Optional.empty();
        }
        passed.remove(position);
        return Optional.of(before.operation);
    }

    /** Returns how many operations ever began because of a stop. */
    int begun() {
        return begun;
    }

    Optional<Passed> passed(Scope.OfPosition position) {
        return Optional.ofNullable(passed.get(position));
    }

    /** Tells whether the position that an operation began to close is still there. */
    boolean isClosing(OperationState operation) {
        return operation.operation().scope() instanceof Scope.OfPosition position
                && passed(position)
                        .filter(one ->
                                one.operation.equals(operation.operation().id()))
                        .isPresent();
    }

    /** Returns all in canonical form. */
    List<Passed> all() {
        return List.copyOf(passed.values());
    }

    boolean isEmpty() {
        return passed.isEmpty();
    }
}
