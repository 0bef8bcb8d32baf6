package io.mts1b.brokers.fix;

/** Written for FIX Latest, whose number in a logon is 10; the session is that of FIXT 1.1, and ours says 9. */
class Fix50SP2AcceptanceTest extends AcceptanceScripts {

    Fix50SP2AcceptanceTest() {
        super(FixVersion.FIX50SP2, "fixLatest");
    }
}
