package io.mts1b.brokers.fix;

class Fix42BrokerTest extends FixBrokerTck {

    Fix42BrokerTest() {
        super(FixVersion.FIX42);
    }
}
