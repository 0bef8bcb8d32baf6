package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;
import java.util.Optional;

/** How far an operation reaches. */
public sealed interface Scope {

    /**
     * Returns what an operator types to show that this is meant.
     *
     * @return text that is no other scope's
     */
    String title();

    /**
     * Tells whether something is within reach.
     *
     * @param fund whose it is
     * @param strategy what decided it
     * @param broker where it is
     * @return true if it is
     */
    boolean covers(FundId fund, StrategyId strategy, BrokerId broker);

    /**
     * Tells whether an instrument is within reach.
     *
     * @param instrument the instrument
     * @return true if it is; all are unless the scope is a position
     */
    default boolean covers(InstrumentId instrument) {
        return true;
    }

    /**
     * Tells whether an order is within reach.
     *
     * @param order the order
     * @return true if it is
     */
    default boolean covers(Order order) {
        return covers(order.fund(), order.strategy(), order.broker()) && covers(order.instrument());
    }

    /** Every fund at every broker. */
    record Everything() implements Scope {

        @Override
        public String title() {
            return "everything";
        }

        @Override
        public boolean covers(FundId fund, StrategyId strategy, BrokerId broker) {
            return true;
        }
    }

    /** One fund. */
    record OfFund(FundId fund) implements Scope {

        /** Validates. */
        public OfFund {
            Objects.requireNonNull(fund, "fund");
        }

        @Override
        public String title() {
            return "fund:" + fund;
        }

        @Override
        public boolean covers(FundId one, StrategyId strategy, BrokerId broker) {
            return one.equals(fund);
        }
    }

    /** One strategy of one fund. */
    record OfStrategy(FundId fund, StrategyId strategy) implements Scope {

        /** Validates. */
        public OfStrategy {
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(strategy, "strategy");
        }

        @Override
        public String title() {
            return "strategy:" + fund + "/" + strategy;
        }

        @Override
        public boolean covers(FundId one, StrategyId other, BrokerId broker) {
            return one.equals(fund) && other.equals(strategy);
        }
    }

    /** Every fund at one broker. */
    record OfBroker(BrokerId broker) implements Scope {

        /** Validates. */
        public OfBroker {
            Objects.requireNonNull(broker, "broker");
        }

        @Override
        public String title() {
            return "broker:" + broker;
        }

        @Override
        public boolean covers(FundId fund, StrategyId strategy, BrokerId one) {
            return one.equals(broker);
        }
    }

    /** What one fund holds of one instrument, whichever strategy decided it and wherever it is. */
    record OfPosition(FundId fund, InstrumentId instrument) implements Scope {

        /** Validates. */
        public OfPosition {
            Objects.requireNonNull(fund, "fund");
            Objects.requireNonNull(instrument, "instrument");
        }

        @Override
        public String title() {
            return "position:" + fund + "/" + instrument;
        }

        @Override
        public boolean covers(FundId one, StrategyId strategy, BrokerId broker) {
            return one.equals(fund);
        }

        @Override
        public boolean covers(InstrumentId one) {
            return one.equals(instrument);
        }
    }

    /**
     * Reads what an operator typed.
     *
     * @param title the {@link #title} of a scope
     * @return the scope
     * @throws IllegalArgumentException if it is none
     */
    static Scope parse(String title) {
        if (title.equals("everything")) {
            return new Everything();
        }
        int colon = title.indexOf(':');
        String kind = colon < 0 ? "" : title.substring(0, colon);
        String rest = title.substring(colon + 1);
        int slash = rest.indexOf('/');
        Require.that(
                kind.equals("fund")
                        || kind.equals("broker")
                        || ((kind.equals("strategy") || kind.equals("position")) && slash > 0),
                "scope must be everything, fund:FUND, strategy:FUND/STRATEGY, position:FUND/INSTRUMENT or broker:BROKER, was '"
                        + title + "'");
        return switch (kind) {
            case "fund" -> new OfFund(new FundId(rest));
            case "broker" -> new OfBroker(new BrokerId(rest));
            case "position" ->
                new OfPosition(new FundId(rest.substring(0, slash)), InstrumentId.parse(rest.substring(slash + 1)));
            default -> new OfStrategy(new FundId(rest.substring(0, slash)), new StrategyId(rest.substring(slash + 1)));
        };
    }

    /**
     * Returns how far a halt reaches that stops what is within reach, and nothing else.
     *
     * @return the severity; empty for a broker and a position, which no halt names
     */
    default Optional<HaltSeverity> severity() {
        return switch (this) {
            case Everything _ -> Optional.of(HaltSeverity.FIRM_HALT);
            case OfFund _ -> Optional.of(HaltSeverity.FUND_HALT);
            case OfStrategy _ -> Optional.of(HaltSeverity.STRATEGY_HALT);
            case OfBroker _, OfPosition _ -> Optional.empty();
        };
    }

    /**
     * Tells whether a halt stops everything within reach.
     *
     * @param halt a halt
     * @return true if it does
     */
    default boolean isWithin(HaltRequest halt) {
        return switch (halt.severity()) {
            case FIRM_HALT -> true;
            case FUND_HALT ->
                (this instanceof OfFund(FundId fund) && fund.equals(halt.fund()))
                        || (this instanceof OfPosition(FundId of, InstrumentId _) && of.equals(halt.fund()))
                        || (this instanceof OfStrategy(FundId own, StrategyId _) && own.equals(halt.fund()));
            case STRATEGY_HALT ->
                this instanceof OfStrategy(FundId fund, StrategyId strategy)
                        && fund.equals(halt.fund())
                        && strategy.equals(halt.strategy());
        };
    }
}
