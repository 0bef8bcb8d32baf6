package io.mts1b.frontends.demo;

import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.service.Service;
import java.time.Duration;

/**
 * Answers questions until it is closed.
 *
 * @param bus where questions come from
 * @param after gives up what they were answered from
 */
record AnsweringService(Bus bus, Runnable after) implements Service {

    @Override
    public void drain(Duration patience) {
        // No work goes on between a question and its answer.
    }

    @Override
    public void close() {
        bus.close();
        after.run();
    }
}
