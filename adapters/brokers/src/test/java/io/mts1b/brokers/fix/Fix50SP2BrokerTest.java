package io.mts1b.brokers.fix;

class Fix50SP2BrokerTest extends FixBrokerTck {

    Fix50SP2BrokerTest() {
        super(FixVersion.FIX50SP2);
    }
}
