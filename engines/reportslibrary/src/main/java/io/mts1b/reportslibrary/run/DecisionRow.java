package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the gates said about one order.
 *
 * @param session the date of the session it was decided for
 * @param decidedAt when
 * @param orderId the order
 * @param instrument what it would trade
 * @param side what it would do to the position
 * @param quantity how much
 * @param objections why it was denied, in the order of the gates; none if it was approved
 */
public record DecisionRow(
        LocalDate session,
        Instant decidedAt,
        OrderId orderId,
        InstrumentId instrument,
        Side side,
        Quantity quantity,
        List<Objection> objections) {

    /** Validates, and copies. */
    public DecisionRow {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(decidedAt, "decidedAt");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(quantity, "quantity");
        objections = List.copyOf(objections);
    }

    /**
     * One reason against an order.
     *
     * @param gate whose
     * @param code the stable name of the reason, such as {@code POSITION_ABOVE_LIMIT}
     * @param numbers what made the gate say so, such as {@code limit=0.2, actual=0.25}; may be empty
     */
    public record Objection(Gate gate, String code, String numbers) {

        /** Validates. */
        public Objection {
            Objects.requireNonNull(gate, "gate");
            Require.token("code", code, 64);
            Require.note("numbers", numbers, 4_000);
        }

        /**
         * Writes a denial down.
         *
         * @param denial the denial
         * @return its gate, its code, and its components as text
         */
        public static Objection of(Denial denial) {
            String text = denial.toString();
            // A record writes itself as Name[component=value, ...].
            String numbers = text.substring(text.indexOf('[') + 1, text.length() - 1);
            return new Objection(denial.gate(), denial.code(), numbers);
        }
    }

    /**
     * Writes a decision down.
     *
     * @param session the date of the session it was decided for
     * @param order the order
     * @param decision what the gates said about it
     * @return the row
     * @throws IllegalArgumentException if the decision is about another order
     */
    public static DecisionRow of(LocalDate session, Order order, RiskDecision decision) {
        Require.that(
                decision.orderId().equals(order.orderId()),
                "decision must be about " + order.orderId() + ", was about " + decision.orderId());
        List<Objection> objections = switch (decision) {
            case RiskDecision.Approved _ -> List.of();
            case RiskDecision.Denied denied ->
                denied.denials().stream().map(Objection::of).toList();
        };
        return new DecisionRow(
                session,
                decision.at(),
                order.orderId(),
                order.instrument(),
                order.side(),
                order.quantity(),
                objections);
    }

    /**
     * Tells whether the order might go.
     *
     * @return true if no gate objected
     */
    public boolean approved() {
        return objections.isEmpty();
    }

    /**
     * Returns the gate that stopped the order.
     *
     * @return the gate of the first objection; empty if it was approved
     */
    public Optional<Gate> stoppedBy() {
        return objections.stream().map(Objection::gate).findFirst();
    }
}
