package io.mts1b.oms.running;

import io.mts1b.platform.service.Service;
import io.mts1b.platform.service.ServiceContext;
import io.mts1b.platform.service.ServiceProvider;
import java.io.IOException;

/** The service {@code oms}: {@code mts service oms}. */
public final class OmsServiceProvider implements ServiceProvider {

    /** For {@link java.util.ServiceLoader}. */
    public OmsServiceProvider() {}

    @Override
    public String name() {
        return "oms";
    }

    @Override
    public String description() {
        return "Keeps the log of all orders, trades through the brokers of its configuration, and does what operators ask.";
    }

    @Override
    public Service start(ServiceContext context) throws IOException {
        return OmsService.start(context);
    }
}
