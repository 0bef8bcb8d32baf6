package io.mts1b.brokers.fix;

class Fix42AcceptanceTest extends AcceptanceScripts {

    Fix42AcceptanceTest() {
        super(FixVersion.FIX42, "fix42");
    }
}
