package io.mts1b.frontends.demo;

import io.mts1b.frontends.demo.DemoProtocol.Decide;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import io.mts1b.platform.service.ServiceProvider;
import io.mts1b.portfolio.sizing.VolatilityTarget;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.research.strategies.MomentumRotation;
import io.mts1b.research.strategies.Opinion;

/** The strategy of the demo, which sees the lake up to the session it is asked about. */
public final class StrategyService implements ServiceProvider {

    static final String NAME = "demo-research";
    static final double VOLATILITY_TARGET = 0.12;

    /** Two percent stay in cash, for fees and for opens above the close that orders were sized at. */
    static final double LARGEST_INVESTMENT = 0.98;

    /** For {@link java.util.ServiceLoader}. */
    public StrategyService() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Says what the strategy of the demo wants, from the lake in the data folder.";
    }

    @Override
    public Service start(ServiceContext context) {
        StoredRun run = StoredRun.read(context.data());
        MomentumRotation strategy = strategy(run.plan().period());
        Bus bus = context.connect("research");
        bus.answer(DemoProtocol.DECISION, question -> decide(question, run, strategy));
        return new AnsweringService(bus, () -> {});
    }

    private static MomentumRotation strategy(BarPeriod period) {
        return new MomentumRotation(
                Trading.STRATEGY,
                Trading.FUND,
                period.momentum(),
                new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.OPTIMAL),
                period.allocationWindow(),
                new VolatilityTarget(
                        VOLATILITY_TARGET, period.volatilityWindow(), period.periodsPerYear(), LARGEST_INVESTMENT));
    }

    private static Opinion decide(Decide question, StoredRun run, MomentumRotation strategy) {
        DemoProtocol.requireRun(question.run(), run.folder().name());
        int known = run.universe().panel().dates().indexOf(question.session()) + 1;
        return strategy.decide(run.universe().panel().head(known), question.at());
    }
}
