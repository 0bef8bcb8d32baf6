package io.mts1b.brokers.matching;

import org.jspecify.annotations.Nullable;

/** An order, linked into the queue of its level; taken from a {@link Pool} and put back there. */
final class Resting {

    static final int NOT_ENDING = -1;

    long id;
    long owner;
    long price;
    long left;
    long expires;
    boolean buys;
    boolean postOnly;

    /** Its place in {@link Endings}. */
    int ending = NOT_ENDING;

    @Nullable Level level;

    /** Who trades before it at its level; in the pool, whoever was put back before. */
    @Nullable Resting before;

    @Nullable Resting after;
}
