package io.mts1b.brokers.fix;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Quantity;
import java.util.Map;
import java.util.TreeMap;

/** What an execution report tells, and that it does not contradict itself. */
final class Execution {

    /** What a report is about. */
    enum Kind {
        /** Where the order stands changed, or will. */
        STATE,
        /** It traded. */
        TRADE,
        /** A fill was taken back. */
        BUST,
        /** A fill was taken back, and another stands for it. */
        CORRECTION,
        /** Nothing happened; it was asked. */
        ANSWER
    }

    /** The statuses an order may have after a report of each type, by the state tables of FIX 4.4, appendix D. */
    private static final Map<Character, String> STATUSES = new TreeMap<>(Map.of(
            '0', "0679E", '3', "3", '4', "4", '5', "012345679E", '6', "6E", '8', "8", '9', "9", 'C', "C", 'E', "6E"));

    private static final String AFTER_TRADES = "12346789BCE";
    private static final String OVER = "2348C";

    private final FixMessage message;
    private final char type;
    private final char status;
    private final Kind kind;

    private Execution(FixMessage message, char type, char status, Kind kind) {
        this.message = message;
        this.type = type;
        this.status = status;
        this.kind = kind;
    }

    /** Reads a report. */
    static Execution of(FixVersion version, FixMessage message) {
        char type = message.code(FixTag.EXECUTION_TYPE);
        char status = message.code(FixTag.STATUS);
        String of = "one of version " + version.version();
        if (!version.hasExecutionType(type)) {
            throw FixMessage.wrong(FixTag.EXECUTION_TYPE, of, String.valueOf(type));
        }
        if (!version.hasOrderStatus(status)) {
            throw FixMessage.wrong(FixTag.STATUS, of, String.valueOf(status));
        }
        Kind kind = version.hasTransactionTypes() ? byTransaction(message, type) : byType(type);
        Execution execution = new Execution(message, type, status, kind);
        execution.agrees();
        return execution;
    }

    private static Kind byTransaction(FixMessage message, char type) {
        return switch (message.code(FixTag.TRANSACTION_TYPE)) {
            case '0' -> type == '1' || type == '2' ? Kind.TRADE : Kind.STATE;
            case '1' -> Kind.BUST;
            case '2' -> Kind.CORRECTION;
            case '3' -> Kind.ANSWER;
            default -> throw FixMessage.wrong(FixTag.TRANSACTION_TYPE, "0 to 3", message.text(FixTag.TRANSACTION_TYPE));
        };
    }

    private static Kind byType(char type) {
        return switch (type) {
            case 'F' -> Kind.TRADE;
            case 'G' -> Kind.CORRECTION;
            case 'H' -> Kind.BUST;
            case 'I' -> Kind.ANSWER;
            default -> Kind.STATE;
        };
    }

    private void agrees() {
        String allowed = kind == Kind.STATE ? STATUSES.get(type) : kind == Kind.TRADE ? AFTER_TRADES : null;
        if (allowed != null && allowed.indexOf(status) < 0) {
            throw FixMessage.wrong(FixTag.STATUS, "one of " + allowed + " after type " + type, String.valueOf(status));
        }
        Quantity filled = message.quantity(FixTag.FILLED);
        filledAgrees(filled);
        leftAgrees(filled, message.quantity(FixTag.LEFT));
        if (kind == Kind.TRADE && message.quantity(FixTag.LAST_QUANTITY).compareTo(filled) > 0) {
            throw FixMessage.wrong(
                    FixTag.LAST_QUANTITY,
                    "at most " + FixTag.FILLED + ", " + filled,
                    message.text(FixTag.LAST_QUANTITY));
        }
    }

    private void filledAgrees(Quantity filled) {
        if (status == '0' && !filled.isZero()) {
            throw FixMessage.wrong(FixTag.FILLED, "zero for a new order", filled.toString());
        }
        if ((status == '1' || status == '2') && filled.isZero()) {
            throw FixMessage.wrong(FixTag.FILLED, "positive for an order that has traded", filled.toString());
        }
    }

    private void leftAgrees(Quantity filled, Quantity left) {
        if (OVER.indexOf(status) >= 0 && !left.isZero()) {
            throw FixMessage.wrong(FixTag.LEFT, "zero for an order that is over", left.toString());
        }
        boolean working = status == '0' || status == '1';
        if (working && message.get(FixTag.QUANTITY) != null) {
            Quantity ordered = FixTerms.quantity(message);
            Require.that(
                    filled.plus(left).equals(ordered),
                    "tags " + FixTag.FILLED + " and " + FixTag.LEFT + " must add up to " + FixTag.QUANTITY + ", were "
                            + filled + ", " + left + " and " + ordered);
        }
    }

    Kind kind() {
        return kind;
    }

    char type() {
        return type;
    }

    char status() {
        return status;
    }

    Standing standing() {
        return switch (status) {
            case '2' -> Standing.FILLED;
            case '4' -> Standing.CANCELED;
            case '8' -> Standing.REJECTED;
            case 'C' -> Standing.EXPIRED;
            case '3' -> isOver() ? Standing.EXPIRED : Standing.WORKING;
            case 'B' -> isFull() ? Standing.FILLED : isOver() ? Standing.EXPIRED : Standing.WORKING;
            default -> Standing.WORKING;
        };
    }

    private boolean isFull() {
        return message.quantity(FixTag.FILLED).compareTo(FixTerms.quantity(message)) >= 0;
    }

    /** Tells whether an order that is done for today is done for good, which only its time in force tells. */
    boolean isOver() {
        return switch (message.code(FixTag.TIME_IN_FORCE)) {
            case '1', '6' -> false;
            default -> true;
        };
    }
}
