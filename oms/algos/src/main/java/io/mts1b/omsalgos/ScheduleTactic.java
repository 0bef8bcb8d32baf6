package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Decimal;
import java.math.RoundingMode;
import java.util.List;

/** Follows a schedule. What an amendment adds and what a pause missed is spread over the slices that are left. */
final class ScheduleTactic extends SlicedTactic {

    private static final int PLACES = 12;

    private final List<Decimal> parts;

    /** Since the last change of plan: what was out then, and which part of the schedule was over. */
    private Decimal base = Decimal.ZERO;

    private Decimal over = Decimal.ZERO;

    ScheduleTactic(Schedule schedule, ChildType childType) {
        super(schedule.starts(), childType);
        parts = schedule.parts();
    }

    @Override
    public Form form() {
        return new Form(base, over, -1, null);
    }

    @Override
    public void restore(Form form) {
        base = form.first();
        over = form.second();
    }

    @Override
    Decimal target(Situation situation) {
        Decimal ordered = situation.children().ordered().value();
        Decimal part = part(situation);
        if (part.equals(Decimal.ONE)) {
            return ordered;
        }
        Decimal share = part.minus(over).dividedBy(Decimal.ONE.minus(over), PLACES, RoundingMode.HALF_EVEN);
        Decimal more = ordered.minus(base).times(share, PLACES, RoundingMode.HALF_EVEN);
        return onLots(base.plus(more), situation).min(ordered);
    }

    private Decimal part(Situation situation) {
        int slice = slice(situation);
        return slice < 0 ? Decimal.ZERO : parts.get(slice);
    }

    @Override
    public void beforeAmendment(Situation situation) {
        base = target(situation);
        over = part(situation);
    }

    @Override
    public void afterPause(Situation situation) {
        base = situation.children().committed().value();
        over = part(situation);
    }
}
