package io.mts1b.frontends.demo;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.time.Session;
import io.mts1b.frontends.demo.DemoProtocol.Decide;
import io.mts1b.frontends.demo.DemoProtocol.TradingAnswer;
import io.mts1b.frontends.demo.DemoProtocol.TradingStep;
import io.mts1b.frontends.demo.DemoProtocol.Value;
import io.mts1b.oms.FundAccount;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Call;
import io.mts1b.research.strategies.Opinion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The time of the demo: walks through the sessions, and asks one service after the other to do its part of each, so
 * that a run is the same wherever the services are.
 */
final class RunDriver {

    /** How long any step may take: the longest is a decision on hundreds of instruments. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Bus bus;
    private final String run;
    private final Timetable timetable;
    private final CompletableFuture<Void> failure;

    RunDriver(Bus bus, String run, Timetable timetable, CompletableFuture<Void> failure) {
        this.bus = bus;
        this.run = run;
        this.timetable = timetable;
        this.failure = failure;
    }

    /** Goes through all sessions that the log does not hold yet. */
    void run(RunProgress progress) {
        if (!(ask(DemoProtocol.TRADING, new TradingStep.Begin(run)) instanceof TradingAnswer.Begun begun)) {
            throw new IllegalStateException("the order management system must say how far the run is");
        }
        List<Session> sessions = timetable.sessions();
        SortedSet<LocalDate> monthEnds = timetable.monthEnds();
        for (int i = begun.over(); i < sessions.size(); i++) {
            Session session = sessions.get(i);
            FundAccount account = books(new TradingStep.Trade(run, session.date()));
            // What would be ordered after the last bar could never trade.
            if (monthEnds.contains(session.date()) && i < sessions.size() - 1) {
                account = decide(session, account);
            }
            NavSnapshot nav = value(account, session.date());
            progress.session(session.date(), i + 1, sessions.size(), nav.nav());
        }
    }

    private FundAccount decide(Session session, FundAccount account) {
        return switch (ask(DemoProtocol.DECISION, new Decide(run, session.date(), session.close()))) {
            case Opinion.Abstains _ -> account; // What is held stays as it is.
            case Opinion.Wants wants -> books(new TradingStep.Follow(run, session.date(), wants.targets()));
        };
    }

    private NavSnapshot value(FundAccount account, LocalDate session) {
        NavSnapshot nav = ask(DemoProtocol.VALUATION, new Value(run, account, session));
        ask(DemoProtocol.TRADING, new TradingStep.Mark(run, nav));
        return nav;
    }

    private FundAccount books(TradingStep step) {
        if (ask(DemoProtocol.TRADING, step) instanceof TradingAnswer.Traded traded) {
            return traded.account();
        }
        throw new IllegalStateException("the order management system must say what the books are after " + step);
    }

    /** Asks, and waits for the answer, or for the news that nobody is left to give it. */
    private <Q, A> A ask(Call<Q, A> call, Q question) {
        CompletableFuture<A> answer = bus.ask(call, question, PATIENCE);
        try {
            CompletableFuture.anyOf(answer, failure).join();
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
