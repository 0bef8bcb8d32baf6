package io.mts1b.frontends.demo;

import io.mts1b.brokers.paper.PaperBroker;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.time.Session;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.quantkit.costmodels.CostModel;
import io.mts1b.treasury.NavCalculator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Walks through the sessions: yesterday's orders trade, prices are marked, on month ends the strategy
 * decides, and the fund is valued.
 *
 * <p>Every step looks at the state before it acts, so that a run that was killed anywhere goes on as if it had
 * not been: what is in the log is not done again.
 */
final class TradingRun {

    static final FundId FUND = new FundId("demo");
    static final StrategyId STRATEGY = new StrategyId("momentum-hrp");
    static final BrokerId BROKER = new BrokerId("paper");

    private final RunPlan plan;
    private final Universe universe;
    private final Timetable timetable;
    private final SortedSet<LocalDate> monthEnds;
    private final Oms oms;
    private final ManualClock clock;
    private final PaperBroker broker;
    private final Rebalancer rebalancer;

    TradingRun(RunPlan plan, Universe universe, Timetable timetable, Oms oms, ManualClock clock) {
        this.plan = plan;
        this.universe = universe;
        this.timetable = timetable;
        this.monthEnds = timetable.monthEnds();
        this.oms = oms;
        this.clock = clock;
        this.broker = new PaperBroker(BROKER, oms.state()::instrument, CostModel.usShares(), clock, oms::onVenueEvent);
        this.rebalancer = new Rebalancer(plan, universe, oms);
    }

    /** Trades all sessions that the log does not hold yet. */
    void run(RunProgress progress) {
        open();
        oms.state().market().ifPresent(market -> clock.set(market.at()));
        oms.connect(broker);
        List<Session> sessions = timetable.sessions();
        for (int i = 0; i < sessions.size(); i++) {
            LocalDate date = sessions.get(i).date();
            if (!isValued(date)) {
                trade(sessions.get(i), i == sessions.size() - 1);
                progress.session(date, i + 1, sessions.size(), oms.state().nav(FUND));
            }
        }
    }

    /** Introduces the fund and its instruments, each once. */
    private void open() {
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

    private boolean isValued(LocalDate date) {
        return oms.state()
                .lastNav(FUND)
                .map(NavSnapshot::asOf)
                .filter(last -> !last.isBefore(date))
                .isPresent();
    }

    private void trade(Session session, boolean last) {
        List<Bar> bars = universe.bars().getOrDefault(session.date(), List.of());
        clock.set(session.open());
        for (Bar bar : bars) {
            boolean knownAtOpen = !universe.closesOnly().contains(bar.instrument());
            broker.onBar(bar, knownAtOpen ? session.open() : session.close());
        }
        broker.endSession(session.close());
        clock.set(session.close());
        mark(session, bars);
        // What would be ordered after the last bar could never trade.
        if (monthEnds.contains(session.date()) && !last) {
            rebalancer.rebalance(session);
        }
        oms.accept(new OmsEvent.NavMarked(NavCalculator.value(oms.state(), FUND, session.date())));
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
