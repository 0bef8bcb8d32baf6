package io.mts1b.brokers.fix;

class Fix44BrokerTest extends FixBrokerTck {

    Fix44BrokerTest() {
        super(FixVersion.FIX44);
    }
}
