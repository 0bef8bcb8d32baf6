package io.mts1b.oms.simulation;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.brokers.simulated.SimulatedLine;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.riskengine.RiskEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One run: orders are made, canceled and changed at random, all of them are taken back and flattened, positions pass
 * their stops, shares pay dividends, are split, exchanged and taken back, the line to the venue loses, doubles and reorders what is told, it
 * breaks, and the process is killed and goes on from a snapshot. Then everything behaves and settles, and log and venue
 * must agree.
 *
 * <p>Confined to one thread.
 */
public final class Simulation {

    /** So few orders that ended stay in memory that the others come back from the archive. */
    private static final int FEW = 5;

    private final long seed;
    private final SimulationPlan plan;
    private final VirtualTime time = new VirtualTime(SimulatedFund.START);
    private final CrashingLog log = new CrashingLog();
    private final Archive archive = new MemoryArchive();
    private final int kept;
    private final SimulatedVenue venue;
    private final RandomGenerator chance;
    private final RandomGenerator lineChance;
    private final RandomGenerator operatorChance;
    private final RandomGenerator snapshotChance;
    private final RandomGenerator quoteChance;
    private final RandomGenerator issuerChance;
    private final Trader trader;
    private final Operator operator;
    private final Issuer issuer;
    private final Watch watch;
    private final Instant end;
    private @Nullable Oms oms;
    private @Nullable SimulatedLine line;
    private int processes;

    private Simulation(long seed, SimulationPlan plan) {
        this.seed = seed;
        this.plan = plan;
        this.kept = seed % 3 == 0 ? FEW : OmsState.KEPT;
        RandomStreams streams = new RandomStreams(seed);
        this.chance = streams.stream("simulation.faults");
        this.lineChance = streams.stream("simulation.line");
        this.operatorChance = streams.stream("simulation.operations");
        this.snapshotChance = streams.stream("simulation.snapshots");
        this.quoteChance = streams.stream("simulation.quotes");
        this.issuerChance = streams.stream("simulation.issuers");
        this.operator = new Operator(operatorChance, time);
        this.watch = new Watch(seed, time, log, seed % 2 != 0);
        this.venue = new SimulatedVenue(
                time,
                streams.stream("simulation.venue"),
                SimulatedFund.listed(),
                SimulatedFund.TICKS,
                watch::onArrival);
        this.issuer = new Issuer(issuerChance, time, venue);
        this.trader = new Trader(streams.stream("simulation.orders"), time, issuer::trading);
        this.end = SimulatedFund.START.plus(plan.trading());
    }

    /**
     * Runs.
     *
     * @param seed what everything follows from
     * @param plan what is done
     * @return what came of it
     * @throws BrokenInvariantException if something that must hold did not
     */
    public static Outcome run(long seed, SimulationPlan plan) {
        return new Simulation(seed, plan).run();
    }

    /**
     * Runs, and gives back what was written down.
     *
     * @param seed what everything follows from
     * @param plan what is done
     * @return the events, in order
     * @throws BrokenInvariantException if something that must hold did not
     */
    public static List<OmsEvent> log(long seed, SimulationPlan plan) {
        Simulation simulation = new Simulation(seed, plan);
        simulation.run();
        return List.copyOf(simulation.log.events());
    }

    private Outcome run() {
        start();
        every(Duration.ofMillis(500), this::tick);
        every(Duration.ofMillis(250), venue::move);
        plan(chance, this::trade, 400);
        plan(chance, this::breakLine, 20_000);
        plan(chance, this::crash, 40_000);
        plan(operatorChance, this::operate, 20_000);
        plan(snapshotChance, this::snapshot, 15_000);
        plan(quoteChance, this::quote, 10_000);
        plan(issuerChance, this::issue, 6_000);
        time.until(end);
        behave();
        time.until(end.plus(plan.settling()));
        watch.settled(oms(), venue);
        return new Outcome(
                log.events().size(),
                processes,
                venue.fills(Instant.MIN).size(),
                watch.flattened(),
                oms().state().operations().stopped(),
                issuer.restated(),
                oms().state().hash());
    }

    private void every(Duration period, Runnable action) {
        time.after(period, () -> {
            action.run();
            every(period, action);
        });
    }

    /** Does something again and again while trading lasts, at random times so many milliseconds apart on average. */
    private void plan(RandomGenerator random, Runnable action, int meanMillis) {
        time.after(Duration.ofMillis(1 + random.nextInt(2 * meanMillis)), () -> {
            if (time.instant().isBefore(end)) {
                action.run();
                plan(random, action, meanMillis);
            }
        });
    }

    private void start() {
        processes++;
        watch.restarted();
        Oms next = Oms.open(
                plan.faults().log().apply(log),
                archive,
                kept,
                new RiskEngine(RiskEngine.Mode.FAIL_FAST),
                plan.policy(),
                time);
        oms = next;
        if (log.events().isEmpty()) {
            for (OmsEvent event : SimulatedFund.setUp(plan.maxPosition())) {
                next.accept(event);
            }
        }
        Lies lies = time.instant().isBefore(end) ? plan.lies() : Lies.NONE;
        VenueListener listener = plan.faults().listener().apply(message -> heard(next, message));
        SimulatedLine nextLine = new SimulatedLine(SimulatedFund.BROKER, venue, time, lineChance, lies, listener);
        line = nextLine;
        Broker broker = plan.faults().broker().apply(nextLine);
        next.connect(broker);
    }

    private void heard(Oms process, VenueMessage message) {
        if (process == oms) {
            process.onVenue(SimulatedFund.BROKER, message);
            watch.check(process, venue);
        }
    }

    private void tick() {
        Oms process = oms;
        if (process != null) {
            process.onTime();
            issuer.tick(process);
            watch.check(process, venue);
        }
    }

    private void trade() {
        Oms process = oms;
        if (process != null) {
            trader.act(process);
            watch.check(process, venue);
        }
    }

    private void operate() {
        Oms process = oms;
        if (process != null) {
            operator.act(process);
            watch.check(process, venue);
        }
    }

    private void issue() {
        Oms process = oms;
        if (process != null) {
            issuer.act(process);
            watch.check(process, venue);
        }
    }

    private void snapshot() {
        Oms process = oms;
        if (process != null) {
            process.snapshot();
        }
    }

    /** Somebody tells a price that is far off; most positions pass their stop on one side of it. */
    private void quote() {
        Oms process = oms;
        if (process != null) {
            process.parents().quoted(SimulatedFund.quote(quoteChance, process.state(), time.instant()));
            watch.check(process, venue);
        }
    }

    private void breakLine() {
        SimulatedLine now = line;
        if (now != null) {
            now.disconnect(chance.nextInt(3) > 0);
            time.after(Duration.ofMillis(chance.nextInt(10_000)), now::connect);
        }
    }

    private void crash() {
        SimulatedLine now = line;
        if (oms == null || now == null) {
            return;
        }
        now.abandon();
        oms = null;
        line = null;
        log.crash(chance);
        time.after(Duration.ofMillis(chance.nextInt(15_000)), this::start);
    }

    private void behave() {
        SimulatedLine now = line;
        if (now != null) {
            now.behave(Lies.NONE);
            now.connect();
        }
    }

    private Oms oms() {
        if (oms == null) {
            throw new BrokenInvariantException(seed, time.instant(), "no process is running", log.events());
        }
        return oms;
    }

    /** Returns the orders that were made, for tests. */
    List<Order> made() {
        return trader.made();
    }
}
