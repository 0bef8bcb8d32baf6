package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.House;

/**
 * No collection in hash order where replay must give the same bytes.
 *
 * <p>Whether the order of a collection is ever observed cannot be proven from bytecode. What can be seen is that such a
 * collection of two elements or more is made, so that is refused; the house file names the few uses that are harmless. A
 * collection handed in from elsewhere is not seen at all.
 */
final class ReplayRule implements Rule {

    @Override
    public String id() {
        return "replay";
    }

    @Override
    public String sentence() {
        return "What replay must reproduce makes no collection in hash order.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "calls");
        for (Module module : Scope.guarded(house, tree)) {
            for (Use use : module.classes().uses()) {
                if (use instanceof Use.Call call && Scope.within(house.replay().packages(), call.type())) {
                    findings.looked("calls", 1);
                    check(findings, house, call);
                }
            }
        }
        return findings.outcome();
    }

    private static void check(Findings findings, House house, Use.Call call) {
        boolean allowed =
                house.replay().allow().stream().anyMatch(one -> one.type().matches(call.type()));
        if (!allowed && Scope.any(house.replay().calls(), call)) {
            String what = call.owner() + (call.member().equals("<init>") ? "" : "." + call.member());
            findings.add(
                    Scope.outermost(call.type()) + what,
                    "a collection in hash order, " + what + ", is made where replay must give the same answer",
                    call.place(),
                    "the 'replayed' packages of the house file",
                    "use List, LinkedHashMap, TreeMap or EnumMap, or the sets of the same kinds. Code that never"
                            + " observes the order is entered under 'allow' of 'replayed' in the house file, with a reason");
        }
    }
}
