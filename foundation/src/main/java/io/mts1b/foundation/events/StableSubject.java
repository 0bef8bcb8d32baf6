package io.mts1b.foundation.events;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.GateReport;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.signals.Signal;
import java.util.List;
import java.util.Optional;

/**
 * The subjects that other people's programs may rely on, each with its one producer and its payload.
 *
 * <p>All of them follow the grammar of {@link Subject}, and there is one name for each: net asset values
 * are {@code treasury.nav.updated} and nothing else.
 */
public enum StableSubject {
    /** An order was wished for. */
    ORDERS_CREATED("mts.v1.oms.orders.created", Order.class, Subject.Key.FUND),
    /** A venue took an order. */
    ORDERS_ACCEPTED("mts.v1.oms.orders.accepted", Order.class, Subject.Key.FUND),
    /** Risk or a venue refused an order. */
    ORDERS_REJECTED("mts.v1.oms.orders.rejected", Order.class, Subject.Key.FUND),
    /** An order left the book. */
    ORDERS_CANCELED("mts.v1.oms.orders.canceled", Order.class, Subject.Key.FUND),
    /** An order traded. */
    FILLS_CREATED("mts.v1.oms.fills.created", Fill.class, Subject.Key.FUND),
    /** A broker reported a fill, in its own words. */
    BROKER_FILLS_RECEIVED("mts.v1.brokers.fills.received", String.class, Subject.Key.BROKER),
    /** A best bid or offer changed. */
    QUOTES_UPDATED("mts.v1.marketdata.quotes.updated", Quote.class, Subject.Key.SYMBOL),
    /** A bar is complete. */
    BARS_CLOSED("mts.v1.marketdata.bars.closed", Bar.class, Subject.Key.SYMBOL, Subject.Key.INTERVAL),
    /** A strategy has an opinion. */
    SIGNALS_PUBLISHED("mts.v1.research.signals.published", Signal.class),
    /** A fund has new limits. */
    ENVELOPES_UPDATED("mts.v1.riskengine.envelopes.updated", RiskEnvelope.class, Subject.Key.FUND),
    /** An order passed all gates. */
    GATES_PASSED("mts.v1.riskengine.gates.passed", GateReport.class, Subject.Key.FUND),
    /** A gate stopped an order. */
    GATES_FAILED("mts.v1.riskengine.gates.failed", GateReport.class, Subject.Key.FUND),
    /** A fund was valued. */
    NAV_UPDATED("mts.v1.treasury.nav.updated", NavSnapshot.class, Subject.Key.FUND),
    /** Somebody stopped the trading. */
    HALTS_REQUESTED("mts.v1.operations.halts.requested", HaltRequest.class);

    private final Subject subject;
    private final Class<?> payload;
    private final List<Subject.Key> keys;

    StableSubject(String subject, Class<?> payload, Subject.Key... keys) {
        this.subject = Subject.parse(subject);
        this.payload = payload;
        this.keys = List.of(keys);
    }

    /**
     * Finds the stable subject that a stream, or a part of it, belongs to.
     *
     * @param subject any subject
     * @return the stable subject; empty if it is not one of them
     */
    public static Optional<StableSubject> of(Subject subject) {
        Subject whole = subject.whole();
        for (StableSubject stable : values()) {
            if (stable.subject.equals(whole)) {
                return Optional.of(stable);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the subject without partitions.
     *
     * @return the whole stream
     */
    public Subject subject() {
        return subject;
    }

    /**
     * Returns who alone may publish it.
     *
     * @return the name of an artifact
     */
    public String producer() {
        return subject.source();
    }

    /**
     * Returns what it carries.
     *
     * @return the type of the payload
     */
    public Class<?> payload() {
        return payload;
    }

    /**
     * Returns by what it may be split.
     *
     * @return the keys, in the order they are appended
     */
    public List<Subject.Key> keys() {
        return keys;
    }
}
