package io.mts1b.frontends.demo;

import io.mts1b.brokers.paper.PaperBroker;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.time.Session;
import io.mts1b.frontends.demo.DemoProtocol.TradingAnswer;
import io.mts1b.oms.FundAccount;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.journal.DurabilityPolicy;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.quantkit.costmodels.CostModel;
import io.mts1b.riskengine.RiskEngine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The demo's order management system: yesterday's orders trade, prices are marked, targets are followed, and values
 * are written down.
 *
 * <p>Every step looks at the state before it acts, so that a run that was killed anywhere goes on as if it had
 * not been: what is in the log is not done again. Thread-safe: a step is done whole before the next, or before the end.
 */
final class Trading implements AutoCloseable {

    static final FundId FUND = new FundId("demo");
    static final StrategyId STRATEGY = new StrategyId("momentum-hrp");
    static final BrokerId BROKER = new BrokerId("paper");

    private final RunPlan plan;
    private final Universe universe;
    private final Timetable timetable;
    private final List<LocalDate> dates;
    private final Oms oms;
    private final ManualClock clock;
    private final PaperBroker broker;
    private final TargetFollower follower;

    private Trading(StoredRun run, Oms oms, ManualClock clock) {
        this.plan = run.plan();
        this.universe = run.universe();
        this.timetable = run.timetable();
        this.dates = timetable.sessions().stream().map(Session::date).toList();
        this.oms = oms;
        this.clock = clock;
        this.broker = new PaperBroker(
                BROKER, oms.state()::instrument, CostModel.usShares(), clock, told -> oms.onVenue(BROKER, told));
        this.follower = new TargetFollower(plan, universe, oms);
    }

    /** Replays the log of a run, or begins it. */
    static Trading open(StoredRun run) {
        ManualClock clock =
                new ManualClock(run.timetable().sessions().getFirst().open());
        Oms oms = Oms.open(
                run.folder().journal(),
                JournalOptions.of(DurabilityPolicy.ON_FLUSH),
                new RiskEngine(RiskEngine.Mode.REPORT_ALL),
                clock);
        try {
            Trading trading = new Trading(run, oms, clock);
            trading.introduce();
            oms.state().market().ifPresent(market -> clock.set(market.at()));
            oms.connect(trading.broker);
            return trading;
        } catch (RuntimeException e) {
            oms.close();
            throw e;
        }
    }

    /** Tells how many sessions the log holds. */
    synchronized TradingAnswer.Begun begun() {
        return new TradingAnswer.Begun(over());
    }

    private int over() {
        Optional<LocalDate> last = oms.state().lastNav(FUND).map(NavSnapshot::asOf);
        return last.map(this::place).orElse(-1) + 1;
    }

    /** Returns the place of a session, or of the last before it. */
    private int place(LocalDate date) {
        int found = Collections.binarySearch(dates, date);
        return found >= 0 ? found : -found - 2;
    }

    /** Introduces the fund and its instruments, each once. */
    private void introduce() {
        OmsState state = oms.state();
        Instant start = timetable.sessions().getFirst().open();
        if (state.fund(FUND).isEmpty()) {
            Money cash = plan.request().cash();
            oms.accept(new OmsEvent.FundOpened(
                    FundConfig.builder()
                            .fund(FUND)
                            .name("Demo fund")
                            .baseCurrency(cash.currency())
                            .targetNav(cash)
                            .broker(BROKER)
                            .addAssetClasses(AssetClass.EQUITIES)
                            .addStrategies(STRATEGY)
                            .createdAt(start)
                            .build(),
                    cash));
        }
        for (Instrument instrument : universe.instruments().values()) {
            if (state.instrument(instrument.id()).isEmpty()) {
                oms.accept(new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument)));
            }
        }
    }

    /** Lets yesterday's orders trade, and marks the prices of the session. */
    synchronized FundAccount trade(LocalDate date) {
        Session session = session(date);
        List<Bar> bars = universe.bars().getOrDefault(date, List.of());
        clock.set(session.open());
        for (Bar bar : bars) {
            boolean knownAtOpen = !universe.closesOnly().contains(bar.instrument());
            broker.onBar(bar, knownAtOpen ? session.open() : session.close());
        }
        broker.endSession(session.close());
        clock.set(session.close());
        mark(session, bars);
        return oms.state().account(FUND);
    }

    /** Makes the positions what the strategy wants. */
    synchronized FundAccount follow(LocalDate date, List<TargetWeight> targets) {
        follower.follow(targets, session(date));
        return oms.state().account(FUND);
    }

    /** Writes down what the fund was worth. */
    synchronized void mark(NavSnapshot nav) {
        session(nav.asOf());
        oms.accept(new OmsEvent.NavMarked(nav));
    }

    /** Finds the session that is on; what is over is not traded again, and none is left out. */
    private Session session(LocalDate date) {
        int over = over();
        List<Session> all = timetable.sessions();
        Require.that(
                over < all.size() && all.get(over).date().equals(date),
                "session must be the " + (over + 1) + "th of " + all.size() + ", was " + date);
        return all.get(over);
    }

    /** Makes everything durable, and gives up the log. */
    @Override
    public synchronized void close() {
        oms.close();
    }

    private void mark(Session session, List<Bar> bars) {
        boolean marked = oms.state()
                .market()
                .filter(market -> market.at().equals(session.close()))
                .isPresent();
        if (!marked) {
            SortedMap<InstrumentId, Price> closes = new TreeMap<>();
            bars.forEach(bar -> closes.put(bar.instrument(), bar.close()));
            oms.accept(new OmsEvent.MarketMarked(session.date(), new MarketSnapshot(session.close(), closes)));
        }
    }
}
