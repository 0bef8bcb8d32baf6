package io.mts1b.brokers.matching;

import java.util.ArrayList;
import java.util.List;

/** What a book told, as text. */
final class Told implements BookListener {

    final List<String> events = new ArrayList<>();

    /** Returns what was told since this was last asked. */
    List<String> next() {
        List<String> told = List.copyOf(events);
        events.clear();
        return told;
    }

    @Override
    public void accepted(long id) {
        events.add(id + " accepted");
    }

    @Override
    public void traded(long taker, long maker, long price, long quantity, long takerLeft, long makerLeft) {
        events.add(taker + " took " + quantity + " at " + price + " of " + maker + ", left " + takerLeft + " "
                + makerLeft);
    }

    @Override
    public void reduced(long id, long left) {
        events.add(id + " reduced to " + left);
    }

    @Override
    public void replaced(long id, long price, long left) {
        events.add(id + " replaced: " + left + " at " + price);
    }

    @Override
    public void canceled(long id, long left, Removal why) {
        events.add(id + " canceled with " + left + ": " + why);
    }

    @Override
    public void rejected(long id, Refusal why) {
        events.add(id + " rejected: " + why);
    }
}
