package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.parents.ParentEvent;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that can change the state: the records of the log. */
public sealed interface OmsEvent {

    /** A fund began with some cash. */
    record FundOpened(FundConfig fund, Money cash) implements OmsEvent {

        /** Validates. */
        public FundOpened {
            Objects.requireNonNull(fund, "fund");
            Require.that(
                    cash.currency().equals(fund.baseCurrency()),
                    "cash must be in " + fund.baseCurrency() + ", was " + cash);
        }
    }

    /**
     * An instrument may be traded; listing it again changes its terms. Its currency stays once it has traded, and how a contract
     * is counted stays while it is held: what is held was paid for so.
     */
    record InstrumentListed(Instrument instrument, Classification classification) implements OmsEvent {

        /** Validates. */
        public InstrumentListed {
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(classification, "classification");
        }
    }

    /** Somebody gave a fund new limits; the limits say when and why. */
    record EnvelopeSet(RiskEnvelope envelope, ActorId setBy) implements OmsEvent {

        /** Validates. */
        public EnvelopeSet {
            Objects.requireNonNull(envelope, "envelope");
            Objects.requireNonNull(setBy, "setBy");
        }
    }

    /** A strategy wants a fund to hold these weights and no others. */
    record TargetsSet(FundId fund, StrategyId strategy, Instant at, List<TargetWeight> targets) implements OmsEvent {

        /** Validates, and copies. */
        public TargetsSet {
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(strategy, "strategy");
            Objects.requireNonNull(at, "at");
            targets = List.copyOf(targets);
        }
    }

    /** Somebody wants to trade. */
    record OrderReceived(Order order) implements OmsEvent {

        /** Validates. */
        public OrderReceived {
            Objects.requireNonNull(order, "order");
        }
    }

    /** The gates decided. */
    record OrderDecided(RiskDecision decision) implements OmsEvent {

        /** Validates. */
        public OrderDecided {
            Objects.requireNonNull(decision, "decision");
        }
    }

    /** The chief risk officer said something of an order; null if there was silence until the deadline. */
    record VetoAnswered(OrderId order, @Nullable CroAnswer answer, Instant at) implements OmsEvent {

        /** Validates. */
        public VetoAnswered {
            Objects.requireNonNull(order, "order");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Something happened to an order, by our doing or the venue's. */
    record OrderChanged(OrderEvent event) implements OmsEvent {

        /** Validates. */
        public OrderChanged {
            Objects.requireNonNull(event, "event");
        }
    }

    /** Instruments have new prices; those that are not named keep theirs. */
    record MarketMarked(LocalDate session, MarketSnapshot market) implements OmsEvent {

        /** Validates. */
        public MarketMarked {
            Objects.requireNonNull(session, "session");
            Objects.requireNonNull(market, "market");
        }
    }

    /** A fund was valued at the end of a session. */
    record NavMarked(NavSnapshot nav) implements OmsEvent {

        /** Validates. */
        public NavMarked {
            Objects.requireNonNull(nav, "nav");
        }
    }

    /** Somebody stopped the trading. */
    record HaltSet(HaltRequest halt) implements OmsEvent {

        /** Validates. */
        public HaltSet {
            Objects.requireNonNull(halt, "halt");
        }
    }

    /** Two people ended a halt; one does not suffice. */
    record HaltLifted(HaltRequest halt, ActorId liftedBy, ActorId cosignedBy, Instant at) implements OmsEvent {

        /** Validates. */
        public HaltLifted {
            Objects.requireNonNull(halt, "halt");
            Objects.requireNonNull(liftedBy, "liftedBy");
            Require.that(
                    !cosignedBy.equals(liftedBy),
                    "cosignedBy must be somebody else than " + liftedBy + " who lifts it");
            Objects.requireNonNull(at, "at");
        }
    }

    /** What we know over the line to a venue has changed. */
    record LineChanged(BrokerId broker, LineState line, String reason, Instant at) implements OmsEvent {

        /** Validates. */
        public LineChanged {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(line, "line");
            Require.note("reason", reason, 1_000);
            Objects.requireNonNull(at, "at");
        }
    }

    /** A venue tells something else than our log. */
    record DifferenceFound(BrokerId broker, Difference difference, Instant at) implements OmsEvent {

        /** Validates. */
        public DifferenceFound {
            Objects.requireNonNull(broker, "broker");
            Objects.requireNonNull(difference, "difference");
            Objects.requireNonNull(at, "at");
        }
    }

    /** A difference is no more. */
    record DifferenceEnded(BrokerId broker, String key, String remedy, Instant at) implements OmsEvent {

        /** Validates. */
        public DifferenceEnded {
            Objects.requireNonNull(broker, "broker");
            Require.note("key", key, 1_000);
            Require.note("remedy", remedy, 1_000);
            Objects.requireNonNull(at, "at");
        }
    }

    /** Whoever holds an instrument holds something else from now on, or is owed something. */
    record CorporateActionApplied(CorporateAction action, ActorId appliedBy, Instant at) implements OmsEvent {

        /** Validates. */
        public CorporateActionApplied {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(appliedBy, "appliedBy");
            Objects.requireNonNull(at, "at");
        }
    }

    /** What was owed because of a dividend is in the cash now. */
    record DividendPaid(String action, ActorId bookedBy, Instant at) implements OmsEvent {

        /** Validates. */
        public DividendPaid {
            Require.visible("action", action, 64);
            Objects.requireNonNull(bookedBy, "bookedBy");
            Objects.requireNonNull(at, "at");
        }
    }

    /** What it takes to borrow an instrument has changed; null if nobody lends it any more. */
    record BorrowSet(InstrumentId instrument, @Nullable Borrow terms, ActorId setBy, Instant at) implements OmsEvent {

        /** Validates. */
        public BorrowSet {
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(setBy, "setBy");
            Objects.requireNonNull(at, "at");
        }
    }

    /** Something happened to an operation that an operator wants. */
    record OperationChanged(OperationEvent event) implements OmsEvent {

        /** Validates. */
        public OperationChanged {
            Objects.requireNonNull(event, "event");
        }
    }

    /** Something happened to a parent order that an algo works. */
    record ParentChanged(ParentEvent event) implements OmsEvent {

        /** Validates. */
        public ParentChanged {
            Objects.requireNonNull(event, "event");
        }
    }

    /** An operator said what only a person can know, and a difference is no more. */
    record OperatorRuled(OperatorWord word) implements OmsEvent {

        /** Validates. */
        public OperatorRuled {
            Objects.requireNonNull(word, "word");
        }
    }
}
