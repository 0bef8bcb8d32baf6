package io.mts1b.oms.running;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Difference;
import io.mts1b.oms.Leftover;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Operation;
import io.mts1b.oms.OperationState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a running order management system answers to an operator. */
public sealed interface OperatorAnswer {

    /** It was not done, and nothing of it is in the log. */
    record Refused(String reason) implements OperatorAnswer {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * What stands now; what was asked for is durable.
     *
     * @param halts the halts in force
     * @param operations those that go on, and the one that was asked about
     * @param differences where venues tell something else than the log
     */
    record Standing(List<HaltRequest> halts, List<Progress> operations, List<Standing.At> differences)
            implements OperatorAnswer {

        /** A difference and where it is. */
        public record At(BrokerId broker, Difference difference) {

            /** Validates. */
            public At {
                Objects.requireNonNull(broker, "broker");
                Objects.requireNonNull(difference, "difference");
            }
        }

        /** Copies. */
        public Standing {
            halts = List.copyOf(halts);
            operations = List.copyOf(operations);
            differences = List.copyOf(differences);
        }

        static Standing of(OmsState state, @Nullable String asked) {
            List<Progress> operations = new ArrayList<>();
            state.operations().running().forEach(one -> operations.add(Progress.of(one)));
            Optional<OperationState> it =
                    asked == null ? Optional.empty() : state.operations().operation(asked);
            it.filter(one -> !one.isRunning()).ifPresent(one -> operations.add(Progress.of(one)));
            List<At> differences = new ArrayList<>();
            state.differences().forEach((broker, all) -> all.forEach(one -> differences.add(new At(broker, one))));
            return new Standing(state.halts(), operations, differences);
        }

        /**
         * Returns how far an operation is.
         *
         * @param id its identity
         * @return its progress; empty if there is none
         */
        public Optional<Progress> operation(String id) {
            return operations.stream()
                    .filter(one -> one.operation.id().equals(id))
                    .findFirst();
        }
    }

    /**
     * How far an operation is.
     *
     * @param operation what is wanted
     * @param cancels how many orders it takes back
     * @param orders how many it has made
     * @param running whether it goes on
     * @param left what it has left, the first thousand; empty while it goes on
     */
    record Progress(Operation operation, int cancels, int orders, boolean running, List<Leftover> left) {

        private static final int MOST = 1_000;

        /** Copies. */
        public Progress {
            Objects.requireNonNull(operation, "operation");
            left = List.copyOf(left);
        }

        static Progress of(OperationState state) {
            List<Leftover> left = state.left();
            return new Progress(
                    state.operation(),
                    state.cancels().size(),
                    state.ordered().size(),
                    state.isRunning(),
                    left.subList(0, Math.min(MOST, left.size())));
        }
    }
}
