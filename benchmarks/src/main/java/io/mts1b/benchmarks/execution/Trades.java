package io.mts1b.benchmarks.execution;

import io.mts1b.brokers.matching.BookListener;
import io.mts1b.brokers.matching.Refusal;
import io.mts1b.brokers.matching.Removal;

/** Folds what traded into a number that tells its order too. */
final class Trades implements BookListener {

    private long fold;
    private long refused;

    void add(long taker, long maker, long price, long quantity) {
        fold = (((fold * 31 + taker) * 31 + maker) * 31 + price) * 31 + quantity;
    }

    long fold() {
        return fold;
    }

    /** How many commands did nothing. */
    long refused() {
        return refused;
    }

    @Override
    public void accepted(long id) {}

    @Override
    public void traded(long taker, long maker, long price, long quantity, long takerLeft, long makerLeft) {
        add(taker, maker, price, quantity);
    }

    @Override
    public void reduced(long id, long left) {}

    @Override
    public void replaced(long id, long price, long left) {}

    @Override
    public void canceled(long id, long left, Removal why) {}

    @Override
    public void rejected(long id, Refusal why) {
        refused++;
    }
}
