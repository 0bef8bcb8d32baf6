package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.Effects;
import io.mts1b.contracts.house.House;

/** The wall clock, randomness, the environment and the standard streams are touched by the rooms that own them alone. */
final class EffectsRule implements Rule {

    @Override
    public String id() {
        return "effects";
    }

    @Override
    public String sentence() {
        return "Time, randomness, the environment and the standard streams are handed in, not reached for.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "calls");
        for (Module module : Scope.guarded(house, tree)) {
            for (Use use : module.classes().uses()) {
                if (use instanceof Use.Call call && Scope.within(house.effects().watched(), call.type())) {
                    findings.looked("calls", 1);
                    house.effects().kinds().forEach(kind -> check(findings, kind, call));
                }
            }
        }
        return findings.outcome();
    }

    private static void check(Findings findings, Effects.Kind kind, Use.Call call) {
        if (Scope.any(kind.calls(), call) && !Scope.within(kind.owners(), call.type())) {
            String what = call.owner() + "." + call.member();
            findings.add(
                    Scope.outermost(call.type()) + what,
                    "the " + kind.name() + " is reached for: " + what,
                    call.place(),
                    "only " + String.join(" and ", kind.owners()) + " may",
                    kind.remedy());
        }
    }
}
