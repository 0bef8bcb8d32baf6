package io.mts1b.oms.parents;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.AlgoCommand;
import io.mts1b.omsalgos.AlgoInput;
import io.mts1b.omsalgos.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a parent is.
 *
 * @param start what was taken
 * @param seed the seed of its algo's random numbers
 * @param progress where all of it is; what is wished for and not made counts as working
 * @param children how many orders were made, those that have ended included
 * @param todo what its algo wants and was not done yet
 * @param wakeAt when time alone will change what it wants; null once it has ended
 * @param finish how it ended; null while it goes on
 */
public record ParentState(
        AlgoInput.Started start,
        long seed,
        Progress progress,
        int children,
        Todo todo,
        @Nullable Instant wakeAt,
        AlgoCommand.@Nullable Finish finish) {

    /** Validates, and copies. */
    public ParentState {
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(progress, "progress");
        Objects.requireNonNull(todo, "todo");
    }

    /** A child that is wished for, and since when. */
    public record Wish(AlgoCommand.Place place, Instant since) {

        /** Validates. */
        public Wish {
            Objects.requireNonNull(place, "place");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * What is not done yet.
     *
     * @param make children to be made, lowest number first
     * @param decide orders that were made and about which the gates have not decided
     * @param cancel numbers of children to be taken back
     * @param now the time of the algo
     */
    public record Todo(List<Wish> make, List<OrderId> decide, List<Integer> cancel, Instant now) {

        /** Validates, and copies. */
        public Todo {
            make = List.copyOf(make);
            decide = List.copyOf(decide);
            cancel = List.copyOf(cancel);
            Objects.requireNonNull(now, "now");
        }
    }

    /**
     * Returns what is worked.
     *
     * @return the parent as it was taken
     */
    public Order order() {
        return start.parent();
    }

    /**
     * Tells whether it goes on.
     *
     * @return false once it has ended
     */
    public boolean isRunning() {
        return finish == null;
    }

    /**
     * Returns when its horizon is over.
     *
     * @return the end, pauses included
     */
    public Instant end() {
        return start.at().plus(start.algo().horizon());
    }

    /**
     * Tells whether its algo looks at an instrument.
     *
     * @param instrument the instrument
     * @return true if it is the parent's, or one of the router's
     */
    public boolean looksAt(InstrumentId instrument) {
        return looksAt(start, instrument);
    }

    static boolean looksAt(AlgoInput.Started start, InstrumentId instrument) {
        return start.algo() instanceof Algo.Router router
                ? router.routes().stream().anyMatch(route -> route.instrument().equals(instrument))
                : start.parent().instrument().equals(instrument);
    }
}
