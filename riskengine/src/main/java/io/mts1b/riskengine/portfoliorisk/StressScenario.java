package io.mts1b.riskengine.portfoliorisk;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something bad that happens all at once.
 *
 * @param name what to call it
 * @param moves the returns of single underlyings, above -1
 * @param otherwise the return of every other, above -1
 * @param volatilityMove what is added to every volatility
 */
public record StressScenario(
        String name, SortedMap<InstrumentId, Double> moves, double otherwise, double volatilityMove) {

    /** Validates, and copies. */
    public StressScenario {
        Require.note("name", name, 256);
        moves = Collections.unmodifiableSortedMap(new TreeMap<>(moves));
        for (Map.Entry<InstrumentId, Double> move : moves.entrySet()) {
            above(move.getKey().toString(), move.getValue());
        }
        above("otherwise", otherwise);
        Require.that(Double.isFinite(volatilityMove), "volatilityMove must be finite, was " + volatilityMove);
    }

    private static void above(String name, double move) {
        Require.that(Double.isFinite(move) && move > -1, "move of " + name + " must be above -1, was " + move);
    }

    double move(InstrumentId underlying) {
        Double move = moves.get(underlying);
        return move == null ? otherwise : move;
    }
}
