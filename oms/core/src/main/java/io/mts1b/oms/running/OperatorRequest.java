package io.mts1b.oms.running;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Difference;
import io.mts1b.oms.Operation;
import io.mts1b.oms.Scope;
import io.mts1b.oms.WordsDesk;
import io.mts1b.platform.bus.Call;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.halts.HaltRelease;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an operator asks of a running order management system. Who may reach the bus may ask; the end of a halt needs the
 * signature of a second operator besides.
 */
public sealed interface OperatorRequest {

    /** Where it is asked. */
    Call<OperatorRequest, OperatorAnswer> CALL =
            new Call<>(Subject.parse("mts.v1.oms.operations.requested"), OperatorRequest.class, OperatorAnswer.class);

    /** What stands? */
    record Look() implements OperatorRequest {}

    /** How far is an operation? */
    record Ask(String id) implements OperatorRequest {

        /** Validates. */
        public Ask {
            Objects.requireNonNull(id, "id");
        }
    }

    /** Stop the trading within a scope that can be halted. */
    record Halt(Scope scope, String reason, ActorId actor) implements OperatorRequest {

        /** Validates. */
        public Halt {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(actor, "actor");
            Require.that(
                    scope.severity().isPresent(),
                    "scope must be a fund, a strategy or everything to be halted, was " + scope.title());
        }
    }

    /** Begin an operation; asked again under its identity, it is begun once. */
    record Begin(String id, Operation.Kind kind, Scope scope, String reason, ActorId actor, Duration within)
            implements OperatorRequest {

        /** Validates. */
        public Begin {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(actor, "actor");
            Require.that(
                    within.isPositive() && within.compareTo(Duration.ofDays(1)) <= 0,
                    "within must be positive and at most a day, was " + within);
        }
    }

    /** Stop an operation. */
    record CallOff(String id, String reason, ActorId actor) implements OperatorRequest {

        /** Validates. */
        public CallOff {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(actor, "actor");
        }
    }

    /** End a halt; signed in hexadecimal by the second operator. */
    record Resume(HaltRelease release, String signature) implements OperatorRequest {

        /** Validates. */
        public Resume {
            Objects.requireNonNull(release, "release");
            Require.that(
                    signature.matches("[0-9a-f]{128}"), "signature must be 128 hexadecimal digits, was " + signature);
        }
    }

    /** Take the children of a parent back, make some again, or never more. */
    record ChangeParent(OrderId parent, ParentChange change, ActorId actor, String reason) implements OperatorRequest {

        /** Validates. */
        public ChangeParent {
            Objects.requireNonNull(parent, "parent");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** What becomes of a parent. */
    enum ParentChange {
        /** None is made until it is resumed. */
        PAUSE,
        /** The pause is over. */
        RESUME,
        /** None is made any more. */
        CANCEL
    }

    /** The chief risk officer lets an order go that waits for that, or objects to it. */
    record Rule(OrderId order, boolean objects, ActorId actor, String reason) implements OperatorRequest {

        /** Validates. */
        public Rule {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(actor, "actor");
            Require.that(!reason.isBlank(), "reason must not be blank");
            Require.note("reason", reason, 500);
        }
    }

    /** Something foreign is ours. */
    record Adopt(
            BrokerId broker,
            Difference seen,
            WordsDesk.Owner owner,
            @Nullable Price price,
            ActorId actor,
            String reason)
            implements OperatorRequest {

        /** Validates. */
        public Adopt {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Something foreign is not ours. */
    record Disown(BrokerId broker, Difference seen, ActorId actor, String reason) implements OperatorRequest {

        /** Validates. */
        public Disown {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** An order that its venue forgot or contradicts is dead. */
    record DeclareDead(BrokerId broker, Difference seen, ActorId actor, String reason) implements OperatorRequest {

        /** Validates. */
        public DeclareDead {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(seen, "seen");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Whoever holds an instrument holds something else from now on, or is owed something. */
    record Apply(CorporateAction action, ActorId actor) implements OperatorRequest {

        /** Validates. */
        public Apply {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(actor, "actor");
        }
    }

    /** An instrument can be borrowed on these terms, to be sold short; null if it no longer can. */
    record Lend(InstrumentId instrument, @Nullable Borrow terms, ActorId actor) implements OperatorRequest {

        /** Validates. */
        public Lend {
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(actor, "actor");
        }
    }

    /** What was owed because of a dividend has come. */
    record BookDividend(String action, ActorId actor) implements OperatorRequest {

        /** Validates. */
        public BookDividend {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(actor, "actor");
        }
    }
}
