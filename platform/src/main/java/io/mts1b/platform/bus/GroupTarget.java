package io.mts1b.platform.bus;

import io.mts1b.foundation.events.Event;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The members of a group, who take turns; one who has no room is passed over. Thread-safe. */
final class GroupTarget implements Routing.Target {

    private final LiveSubscription[] members;
    private final AtomicInteger turn;

    /** Makes the target of one subject; the turns are those of the group on all subjects. */
    GroupTarget(List<LiveSubscription> members, AtomicInteger turn) {
        this.turn = turn;
        this.members = members.toArray(LiveSubscription[]::new);
    }

    private LiveSubscription next() {
        return members[Math.floorMod(turn.getAndIncrement(), members.length)];
    }

    @Override
    public boolean offer(Event<?> event) {
        for (int i = 1; i < members.length; i++) {
            if (next().tryOffer(event)) {
                return true;
            }
        }
        return next().offer(event);
    }

    @Override
    public void put(Event<?> event) {
        for (int i = 1; i < members.length; i++) {
            if (next().tryOffer(event)) {
                return;
            }
        }
        next().put(event);
    }
}
