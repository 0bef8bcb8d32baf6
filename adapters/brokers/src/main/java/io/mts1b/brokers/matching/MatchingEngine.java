package io.mts1b.brokers.matching;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The order books of many instruments, by number from 0. An id is one order's at each of them.
 *
 * <p>Confined to one thread.
 */
public final class MatchingEngine {

    private final List<OrderBook> books = new ArrayList<>();

    /**
     * Makes an engine with empty books.
     *
     * @param instruments how many, positive
     * @param selfTrade what happens when orders of one owner meet
     * @param listeners who is told what happens on a book
     */
    public MatchingEngine(int instruments, SelfTrade selfTrade, IntFunction<BookListener> listeners) {
        Require.that(instruments > 0, "instruments must be positive, was " + instruments);
        for (int i = 0; i < instruments; i++) {
            books.add(new LadderOrderBook(selfTrade, listeners.apply(i)));
        }
    }

    /**
     * Returns the book of an instrument, which takes the commands for it.
     *
     * @param instrument its number
     * @return the book
     * @throws IndexOutOfBoundsException if there is none
     */
    public OrderBook book(int instrument) {
        return books.get(instrument);
    }

    /**
     * Sets the clock of all books, in their order.
     *
     * @param now the time
     * @throws IllegalArgumentException if it is before what the clock shows
     */
    public void advance(long now) {
        for (OrderBook book : books) {
            book.advance(now);
        }
    }

    /**
     * Hashes all books.
     *
     * @return the hash
     */
    public long stateHash() {
        StateHash hash = new StateHash();
        for (OrderBook book : books) {
            hash.add(book.stateHash());
        }
        return hash.value();
    }
}
