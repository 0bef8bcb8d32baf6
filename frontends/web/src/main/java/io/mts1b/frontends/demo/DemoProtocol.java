package io.mts1b.frontends.demo;

import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.oms.FundAccount;
import io.mts1b.platform.bus.Call;
import io.mts1b.platform.bus.Topic;
import io.mts1b.research.strategies.Opinion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the parts of the demo ask each other. Every question names the run it is about, so that two runs that share a
 * server cannot answer each other.
 */
final class DemoProtocol {

    /** What is asked of the order management system, one question after the other. */
    static final Call<TradingStep, TradingAnswer> TRADING =
            new Call<>(Subject.parse("mts.v1.oms.sessions.traded"), TradingStep.class, TradingAnswer.class);

    /** What is asked of the strategy. */
    static final Call<Decide, Opinion> DECISION =
            new Call<>(Subject.parse("mts.v1.research.targets.decided"), Decide.class, Opinion.class);

    /** What is asked of the accountant. */
    static final Call<Value, NavSnapshot> VALUATION =
            new Call<>(Subject.parse("mts.v1.treasury.nav.calculated"), Value.class, NavSnapshot.class);

    /** Where values are told to everybody. */
    static final Topic<NavSnapshot> NAV = Topic.of(StableSubject.NAV_UPDATED, NavSnapshot.class);

    private DemoProtocol() {}

    /** A question to the order management system. */
    sealed interface TradingStep {

        /** Returns which run it is about. */
        String run();

        /** How far is the run? */
        record Begin(String run) implements TradingStep {}

        /** Let yesterday's orders trade, and mark the prices of the session. */
        record Trade(String run, LocalDate session) implements TradingStep {}

        /** Make the positions what the strategy wants. */
        record Follow(String run, LocalDate session, List<TargetWeight> targets) implements TradingStep {

            /** Copies. */
            public Follow {
                targets = List.copyOf(targets);
            }
        }

        /** Take what the fund was worth at the end of the session. */
        record Mark(String run, NavSnapshot nav) implements TradingStep {}
    }

    /** Its answer. */
    sealed interface TradingAnswer {

        /** How many sessions of the run are over. */
        record Begun(int over) implements TradingAnswer {}

        /** What the books say at the end of the session. */
        record Traded(FundAccount account) implements TradingAnswer {}

        /** It is done. */
        record Done() implements TradingAnswer {}
    }

    /** What does the strategy want at the end of a session? */
    record Decide(String run, LocalDate session, Instant at) {}

    /** What is a fund worth at the end of a session? */
    record Value(String run, FundAccount account, LocalDate session) {}

    /** Refuses a question about another run. */
    static void requireRun(String asked, String own) {
        if (!asked.equals(own)) {
            throw new IllegalArgumentException(
                    "this is the run in " + own + ", not in " + asked + "; a server carries one demo at a time");
        }
    }

    /** The identity of the value of a session, the same whenever it is told. */
    static EventId eventId(NavSnapshot nav) {
        return new EventId(nav.fund() + "-" + nav.asOf());
    }
}
