package io.mts1b.frontends.demo;

import io.mts1b.frontends.demo.DemoProtocol.TradingAnswer;
import io.mts1b.frontends.demo.DemoProtocol.TradingStep;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.metrics.Counter;
import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import io.mts1b.platform.service.ServiceProvider;

/** The order management system of the demo. */
public final class TradingService implements ServiceProvider {

    static final String NAME = "demo-oms";

    /** For {@link java.util.ServiceLoader}. */
    public TradingService() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Keeps the orders and books of the demo whose run is in the data folder.";
    }

    @Override
    public Service start(ServiceContext context) {
        StoredRun run = StoredRun.read(context.data());
        Counter sessions = context.metrics().counter("mts1b.demo.sessions", "sessions that were traded");
        Bus bus = context.connect("oms");
        Trading trading;
        try {
            trading = Trading.open(run);
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
        bus.answer(DemoProtocol.TRADING, step -> answer(step, run.folder().name(), trading, sessions));
        return new AnsweringService(bus, trading::close);
    }

    private static TradingAnswer answer(TradingStep step, String run, Trading trading, Counter sessions) {
        DemoProtocol.requireRun(step.run(), run);
        return switch (step) {
            case TradingStep.Begin _ -> trading.begun();
            case TradingStep.Trade trade -> new TradingAnswer.Traded(trading.trade(trade.session()));
            case TradingStep.Follow follow ->
                new TradingAnswer.Traded(trading.follow(follow.session(), follow.targets()));
            case TradingStep.Mark mark -> {
                trading.mark(mark.nav());
                sessions.add(1);
                yield new TradingAnswer.Done();
            }
        };
    }
}
