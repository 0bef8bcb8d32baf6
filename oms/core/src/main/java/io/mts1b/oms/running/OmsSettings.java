package io.mts1b.oms.running;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.oms.OmsPolicy;
import io.mts1b.oms.Routing;
import io.mts1b.oms.api.ApiSettings;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.journal.DurabilityPolicy;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code oms} of the configuration: the order management system of this machine.
 *
 * @param durability when what is written counts as durable
 * @param capacity how many commands may wait, at least 1
 * @param tick how often the clock is looked at, 1 ms to 10 s
 * @param stop what becomes of the orders when the service stops
 * @param brokers through whom it trades; none to look at the log only
 * @param market which quotes and trades are believed
 * @param routes where orders go of which nobody has said where
 * @param operators the public keys of those who may end halts, 64 hexadecimal digits each, by name; none if halts cannot
 *     be ended here, else two at least
 * @param api how orders are taken over HTTP and the bus; null if they are not
 * @param risk how it is measured what funds may lose; null if it is not
 */
public record OmsSettings(
        @Default("group") DurabilityPolicy durability,
        @Default("10000") int capacity,
        @Default("250ms") Duration tick,
        @Default("cancel_orders") OmsPolicy.Stop stop,
        List<BrokerSettings> brokers,
        MarketSettings market,
        List<Routing.Route> routes,
        Map<String, String> operators,
        @Nullable ApiSettings api,
        @Nullable RiskSettings risk) {

    /** Validates, and copies. */
    public OmsSettings {
        Objects.requireNonNull(durability, "durability");
        Require.that(capacity >= 1, "capacity must be at least 1, was " + capacity);
        Require.that(
                tick.compareTo(Duration.ofMillis(1)) >= 0 && tick.compareTo(Duration.ofSeconds(10)) <= 0,
                "tick must be 1 ms to 10 s, was " + tick);
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(market, "market");
        brokers = List.copyOf(brokers);
        Require.that(
                brokers.stream().map(BrokerSettings::name).distinct().count() == brokers.size(),
                "brokers must differ by name, were "
                        + brokers.stream().map(BrokerSettings::name).toList());
        for (Kind kind : Kind.values()) {
            Require.that(
                    !kind.isOne()
                            || brokers.stream().filter(one -> one.kind == kind).count() <= 1,
                    () -> "brokers must have one of kind " + kind.name().toLowerCase(Locale.ROOT)
                            + " at most, for it has one account");
        }
        routes = List.copyOf(routes);
        operators = Collections.unmodifiableSortedMap(new TreeMap<>(operators));
        Require.that(operators.size() != 1, "operators must be two at least, or none: one cannot end a halt alone");
        operators.forEach((name, key) -> {
            ActorId.parse(name);
            Require.that(key.matches("[0-9a-f]{64}"), "operators." + name + " must be 64 hexadecimal digits");
        });
        new Routing(routes, names(brokers));
    }

    /** What kind of broker it is. */
    public enum Kind {
        /** One in this process, which fills against the bars that are published. */
        PAPER,
        /** Kraken, as {@code brokers.kraken} says. */
        KRAKEN,
        /** Coinbase Advanced, as {@code brokers.coinbase} says. */
        COINBASE,
        /** Alpaca, as {@code brokers.alpaca} says. */
        ALPACA,
        /** Interactive Brokers, as {@code brokers.ibkr} says. */
        IBKR,
        /** A counterparty that speaks FIX, as its name among {@code brokers.fix} says. */
        FIX;

        /** Whether there is one account of it, and not one for each name. */
        private boolean isOne() {
            return switch (this) {
                case PAPER, FIX -> false;
                case KRAKEN, COINBASE, ALPACA, IBKR -> true;
            };
        }
    }

    /**
     * A broker.
     *
     * @param name what orders call it
     * @param kind what it is
     */
    public record BrokerSettings(BrokerId name, Kind kind) {

        /** Validates. */
        public BrokerSettings {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(kind, "kind");
        }
    }

    /**
     * Returns where orders go of which nobody has said where.
     *
     * @return the table
     */
    public Routing routing() {
        return new Routing(routes, names(brokers));
    }

    private static SortedSet<BrokerId> names(List<BrokerSettings> brokers) {
        SortedSet<BrokerId> names = new TreeSet<>();
        brokers.forEach(broker -> names.add(broker.name));
        return names;
    }

    /** Returns the keys of those who may end halts. */
    SortedMap<ActorId, byte[]> keys() {
        SortedMap<ActorId, byte[]> keys = new TreeMap<>();
        operators.forEach(
                (name, key) -> keys.put(new ActorId(name), HexFormat.of().parseHex(key)));
        return keys;
    }
}
