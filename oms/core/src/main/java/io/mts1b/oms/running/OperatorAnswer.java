package io.mts1b.oms.running;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Difference;
import io.mts1b.oms.Leftover;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Operation;
import io.mts1b.oms.OperationState;
import io.mts1b.oms.api.ApiReply.ParentView;
import io.mts1b.platform.json.Json;
import io.mts1b.riskengine.gates.Borrow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @param parents the orders that algos work, the first thousand
     * @param vetoes the orders that wait for the chief risk officer, the first thousand
     * @param borrows what can be borrowed to be sold short, and on which terms
     */
    record Standing(
            List<HaltRequest> halts,
            List<Progress> operations,
            List<Standing.At> differences,
            List<ParentView> parents,
            List<VetoQuestion> vetoes,
            SortedMap<InstrumentId, Borrow> borrows)
            implements OperatorAnswer {

        private static final int MOST = 1_000;

        /**
         * A difference and where it is.
         *
         * @param id what a word about it names; another once the difference is another
         * @param broker where it is
         * @param difference what the venue tells
         */
        public record At(String id, BrokerId broker, Difference difference) {

            private static final int ID_LENGTH = 4;

            /** Validates. */
            public At {
                Objects.requireNonNull(id, "id");
                Objects.requireNonNull(broker, "broker");
                Objects.requireNonNull(difference, "difference");
            }

            static At of(BrokerId broker, Difference difference) {
                byte[] text = (broker + "\n" + Json.write(difference)).getBytes(StandardCharsets.UTF_8);
                try {
                    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
                    return new At(HexFormat.of().formatHex(digest, 0, ID_LENGTH), broker, difference);
                } catch (NoSuchAlgorithmException e) {
                    throw new IllegalStateException("every Java platform must have SHA-256", e);
                }
            }
        }

        /** Copies. */
        public Standing {
            halts = List.copyOf(halts);
            operations = List.copyOf(operations);
            differences = List.copyOf(differences);
            parents = List.copyOf(parents);
            vetoes = List.copyOf(vetoes);
            borrows = Collections.unmodifiableSortedMap(new TreeMap<>(borrows));
        }

        static Standing of(Oms oms, @Nullable String asked) {
            OmsState state = oms.state();
            List<Progress> operations = new ArrayList<>();
            state.operations().running().forEach(one -> operations.add(Progress.of(one)));
            Optional<OperationState> it =
                    asked == null ? Optional.empty() : state.operations().operation(asked);
            it.filter(one -> !one.isRunning()).ifPresent(one -> operations.add(Progress.of(one)));
            List<At> differences = new ArrayList<>();
            state.differences().forEach((broker, all) -> all.forEach(one -> differences.add(At.of(broker, one))));
            List<ParentView> parents = state.parents().running().stream()
                    .limit(MOST)
                    .map(parent -> ParentView.of(
                            parent,
                            state.parents().status(parent.order().orderId()).orElseThrow()))
                    .toList();
            List<VetoQuestion> vetoes = new ArrayList<>();
            oms.veto().forEachWaiting((order, until) -> vetoes.add(new VetoQuestion(order, until)));
            return new Standing(
                    state.halts(),
                    operations,
                    differences,
                    parents,
                    vetoes.subList(0, Math.min(MOST, vetoes.size())),
                    state.borrows());
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
