package io.mts1b.frontends.demo;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.frontends.demo.DemoProtocol.Value;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Publisher;
import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import io.mts1b.platform.service.ServiceProvider;
import io.mts1b.treasury.NavCalculator;
import java.time.ZoneOffset;

/** The treasury of the demo: values the fund, and tells everybody. */
public final class ValuationService implements ServiceProvider {

    static final String NAME = "demo-treasury";

    /** For {@link java.util.ServiceLoader}. */
    public ValuationService() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Values the fund of the demo whose run is in the data folder.";
    }

    @Override
    public Service start(ServiceContext context) {
        String run = new RunFolder(context.data()).name();
        Bus bus = context.connect("treasury");
        Publisher<NavSnapshot> values = bus.publisher(DemoProtocol.NAV);
        bus.answer(DemoProtocol.VALUATION, question -> value(question, run, values));
        return new AnsweringService(bus, () -> {});
    }

    private static NavSnapshot value(Value question, String run, Publisher<NavSnapshot> values) {
        DemoProtocol.requireRun(question.run(), run);
        NavSnapshot nav = NavCalculator.value(question.account(), question.session());
        values.put(DemoProtocol.NAV.event(
                DemoProtocol.eventId(nav),
                nav.asOf().atStartOfDay(ZoneOffset.UTC).toInstant(),
                nav));
        return nav;
    }
}
