package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.Reserved;

/** Some types are for one room alone to make or extend. */
final class ReservedRule implements Rule {

    @Override
    public String id() {
        return "reserved";
    }

    @Override
    public String sentence() {
        return "A type reserved for one room is made and extended there alone.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "reserved types", "types");
        findings.looked("reserved types", house.reserved().size());
        for (Module module : Scope.guarded(house, tree)) {
            findings.looked("types", module.classes().types().size());
            for (Use use : module.classes().uses()) {
                house.reserved().stream()
                        .filter(reserved -> takes(reserved, use))
                        .forEach(reserved -> findings.add(
                                Scope.outermost(use.type()) + reserved.type(),
                                use.type() + " makes or extends " + reserved.type() + ": " + reserved.reason(),
                                use.place(),
                                "only " + String.join(" and ", reserved.only()) + " may",
                                "ask that room for one"));
            }
        }
        return findings.outcome();
    }

    private static boolean takes(Reserved reserved, Use use) {
        boolean takes = switch (use) {
            case Use.Extension extension -> extension.parent().equals(reserved.type());
            case Use.Call call -> call.member().equals("<init>") && call.owner().equals(reserved.type());
            case Use.Mention _, Use.Text _, Use.Shape _ -> false;
        };
        boolean itself = Scope.outermost(use.type()).equals(reserved.type());
        return takes && !itself && !Scope.within(reserved.only(), use.type());
    }
}
