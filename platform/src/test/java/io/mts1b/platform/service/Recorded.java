package io.mts1b.platform.service;

import java.time.Duration;
import java.util.List;

/** A service that writes down what is done to it. */
record Recorded(String name, List<String> needs, List<String> log) implements ServiceProvider {

    @Override
    public String description() {
        return "writes down what is done to it";
    }

    @Override
    public Service start(ServiceContext context) {
        log.add("start " + name);
        return new Service() {
            @Override
            public void drain(Duration patience) {
                log.add("drain " + name + " " + patience);
            }

            @Override
            public void close() {
                log.add("close " + name);
            }
        };
    }

    /** The same, but its start fails. */
    ServiceProvider failing(String reason) {
        Recorded self = this;
        return new ServiceProvider() {
            @Override
            public String name() {
                return self.name;
            }

            @Override
            public String description() {
                return self.description();
            }

            @Override
            public List<String> needs() {
                return self.needs;
            }

            @Override
            public Service start(ServiceContext context) throws Exception {
                throw new java.io.IOException(reason);
            }
        };
    }
}
