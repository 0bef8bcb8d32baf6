package io.mts1b.contracts.house;

import java.util.List;

/**
 * What may not be made where replay must give the same answer: collections in hash order.
 *
 * @param packages where
 * @param calls how such a collection is made
 * @param allow code that makes one and never observes its order
 */
public record Replay(List<String> packages, List<Signature> calls, List<Allowance> allow) {

    /** Copies. */
    public Replay {
        packages = List.copyOf(packages);
        calls = List.copyOf(calls);
        allow = List.copyOf(allow);
    }
}
