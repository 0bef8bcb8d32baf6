package io.mts1b.brokers.fix;

class Fix44AcceptanceTest extends AcceptanceScripts {

    Fix44AcceptanceTest() {
        super(FixVersion.FIX44, "fix44");
    }
}
