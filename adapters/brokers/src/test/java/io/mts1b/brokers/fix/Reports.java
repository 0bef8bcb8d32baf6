package io.mts1b.brokers.fix;

import java.util.Arrays;

/** Messages for tests, written as tags and values. */
final class Reports {

    static final String OURS = "ABCDEFGHIJKLMNOPQR";
    static final String NEXT = "ZBCDEFGHIJKLMNOPQR";

    private Reports() {}

    /** Makes a message of fields such as {@code 38=100}; a later one stands in the place of an earlier. */
    static FixMessage message(String type, String... fields) {
        FixMessage message = new FixMessage(type);
        for (String field : String.join(" ", fields).strip().split(" +", -1)) {
            int tag = Integer.parseInt(field.substring(0, field.indexOf('=')));
            FixTag known = Arrays.stream(FixTag.values())
                    .filter(one -> one.number() == tag)
                    .findFirst()
                    .orElseThrow();
            message.set(known, field.substring(field.indexOf('=') + 1));
        }
        return message;
    }

    /** An execution report of an order to buy 100 at 50, which other fields make what it is. */
    static FixMessage execution(FixVersion version, String... fields) {
        FixMessage message = message(
                "8",
                "37=V1 17=E1 11=" + OURS + " 55=AAPL 207=XNAS 54=1 38=100 40=2 44=50 14=0 151=100 6=0",
                "60=20240506-13:30:00.000",
                String.join(" ", fields));
        if (version.hasTransactionTypes() && message.get(FixTag.TRANSACTION_TYPE) == null) {
            message.set(FixTag.TRANSACTION_TYPE, '0');
        }
        return message;
    }

    static FixReports reader(FixVersion version) {
        return new FixReports(version, Loopback.symbols(Loopback.SHARE));
    }
}
