package io.mts1b.oms.running;

import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.platform.service.ServiceContext;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** The service of a test, and its writer. */
public final class RunningOms implements AutoCloseable {

    private final OmsService service;

    private RunningOms(OmsService service) {
        this.service = service;
    }

    public static RunningOms start(ServiceContext context) throws Exception {
        return new RunningOms((OmsService) new OmsServiceProvider().start(context));
    }

    public void ask(Consumer<Oms> what) {
        service.writer()
                .ask(oms -> {
                    what.accept(oms);
                    return true;
                })
                .join();
    }

    public int count(ToIntFunction<OmsState> what) {
        return service.writer().ask(oms -> what.applyAsInt(oms.state())).join();
    }

    public void drain(Duration patience) throws Exception {
        service.drain(patience);
    }

    @Override
    public void close() {
        service.close();
    }
}
