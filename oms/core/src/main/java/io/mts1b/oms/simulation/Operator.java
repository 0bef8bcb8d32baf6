package io.mts1b.oms.simulation;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Oms;
import io.mts1b.oms.Operation;
import io.mts1b.oms.OperationState;
import io.mts1b.oms.Scope;
import io.mts1b.platform.security.Ed25519;
import io.mts1b.riskengine.halts.Cosigners;
import io.mts1b.riskengine.halts.HaltRelease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Somebody who takes all orders back, flattens and lifts halts without a plan, whatever goes on. */
final class Operator {

    private static final ActorId ANNA = new ActorId("anna");
    private static final ActorId BEN = new ActorId("ben");
    // What they sign is nowhere in the log, so a run does not depend on the keys.
    private static final Ed25519 KEY = Ed25519.generate();
    private static final Cosigners COSIGNERS = cosigners();

    private final RandomGenerator random;
    private final InstantSource clock;
    private int operations;

    Operator(RandomGenerator random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    private static Cosigners cosigners() {
        SortedMap<ActorId, byte[]> keys = new TreeMap<>();
        keys.put(ANNA, Ed25519.generate().publicKey());
        keys.put(BEN, KEY.publicKey());
        return new Cosigners(keys);
    }

    void act(Oms oms) {
        List<HaltRequest> halts = List.copyOf(oms.state().halts());
        List<String> flattening = oms.state().operations().running().stream()
                .map(OperationState::operation)
                .filter(operation -> operation.kind() == Operation.Kind.FLATTEN)
                .map(Operation::id)
                .toList();
        if (!flattening.isEmpty()) {
            if (random.nextBoolean()) {
                oms.operations().callOff(flattening.getFirst(), "by chance", BEN);
            }
        } else if (!halts.isEmpty()) {
            halts.forEach(halt -> lift(oms, halt));
        } else if (random.nextBoolean()) {
            begin(oms, Operation.Kind.CANCEL_ALL, scope());
        } else {
            begin(oms, Operation.Kind.FLATTEN, new Scope.OfFund(SimulatedFund.FUND));
        }
    }

    private Scope scope() {
        return switch (random.nextInt(4)) {
            case 0 -> new Scope.Everything();
            case 1 -> new Scope.OfBroker(SimulatedFund.BROKER);
            case 2 -> new Scope.OfFund(SimulatedFund.FUND);
            default -> new Scope.OfStrategy(SimulatedFund.FUND, SimulatedFund.STRATEGY);
        };
    }

    private void begin(Oms oms, Operation.Kind kind, Scope scope) {
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofSeconds(5 + random.nextInt(30)));
        operations++;
        oms.operations().begin(new Operation(kind + "-" + operations, kind, scope, "by chance", ANNA, now, until));
    }

    private void lift(Oms oms, HaltRequest halt) {
        HaltRelease release = new HaltRelease(halt, ANNA, BEN, clock.instant());
        oms.lift(COSIGNERS.check(release, KEY.sign(release.message())));
    }
}
