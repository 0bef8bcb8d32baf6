package io.mts1b.brokers.matching;

/**
 * The limit order book of one instrument: better prices first, and at one price who came first. Every command is
 * answered by events to the {@link BookListener} the book was made with.
 *
 * <p>Confined to one thread.
 */
public interface OrderBook {

    /** The largest price, in ticks. */
    long MAX_PRICE = 1L << 60;

    /** The largest quantity, in lots. With {@link #MAX_ORDERS} no sum over a book overflows. */
    long MAX_QUANTITY = 1L << 42;

    /** The largest number of orders on a book. */
    int MAX_ORDERS = 1 << 20;

    /** The owner of orders that may trade with all others, each other included. */
    long NOBODY = 0;

    /** The end of an order that has none. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Takes a limit order.
     *
     * @param id what it is called, by no other order on the book; free again once it is gone
     * @param owner whose it is
     * @param buys whether it buys
     * @param price the worst price it trades at, in ticks
     * @param quantity how much it wants, in lots
     * @param instruction what becomes of what does not trade at once
     * @param expires when it leaves the book, by the clock of {@link #advance}, or {@link #NEVER}
     */
    void place(long id, long owner, boolean buys, long price, long quantity, Instruction instruction, long expires);

    /**
     * Takes a market order: it trades with what there is at any price, and the rest is canceled.
     *
     * @param id what it is called
     * @param owner whose it is
     * @param buys whether it buys
     * @param quantity how much it wants, in lots
     */
    void market(long id, long owner, boolean buys, long quantity);

    /**
     * Takes an order off the book.
     *
     * @param id the order
     */
    void cancel(long id);

    /**
     * Makes an order smaller. It keeps its place; reduced by all it wants, it is canceled.
     *
     * @param id the order
     * @param by by how much, in lots
     */
    void reduce(long id, long by);

    /**
     * Changes an order. At the same price and not for more it keeps its place, else it comes anew and trades if it can;
     * one that never takes stays as it was instead.
     *
     * @param id the order
     * @param price its new price, in ticks
     * @param quantity what it wants from now on, in lots
     */
    void replace(long id, long price, long quantity);

    /**
     * Sets the clock, and cancels what ends then or before: by end, then by id.
     *
     * @param now the time
     * @throws IllegalArgumentException if it is before what the clock shows, which is {@link Long#MIN_VALUE} at first
     */
    void advance(long now);

    /**
     * Returns how many orders are on the book.
     *
     * @return the number of both sides
     */
    int size();

    /**
     * Returns the best price of a side.
     *
     * @param buys which side
     * @return in ticks; 0 if the side is empty
     */
    long best(boolean buys);

    /**
     * Writes the best levels of a side.
     *
     * @param buys which side
     * @param prices takes their prices, in ticks, best first
     * @param quantities takes what all their orders want together, in lots; as long as {@code prices}
     * @return how many levels were written: all there are, or as many as there is room for
     */
    int depth(boolean buys, long[] prices, long[] quantities);

    /**
     * Returns what an order still wants.
     *
     * @param id the order
     * @return in lots; 0 if it is not on the book
     */
    long left(long id);

    /**
     * Returns what trades at an order's price before it does.
     *
     * @param id the order
     * @return in lots; -1 if it is not on the book
     */
    long ahead(long id);

    /**
     * Shows all orders of a side, in the order they would trade.
     *
     * @param buys which side
     * @param visitor is shown each
     */
    void visit(boolean buys, Visitor visitor);

    /** Is shown orders on the book. */
    @FunctionalInterface
    interface Visitor {

        /**
         * Takes one.
         *
         * @param id the order
         * @param owner whose it is
         * @param price in ticks
         * @param left what it still wants, in lots
         * @param expires when it ends
         * @param postOnly whether it never takes
         */
        void order(long id, long owner, long price, long left, long expires, boolean postOnly);
    }

    /**
     * Hashes all orders in the order they would trade: two books with equal hashes and clocks go on alike.
     *
     * @return the hash, the same for every implementation
     */
    default long stateHash() {
        StateHash hash = new StateHash();
        for (boolean buys : new boolean[] {true, false}) {
            visit(buys, (id, owner, price, left, expires, postOnly) -> {
                hash.add(id);
                hash.add(owner);
                hash.add(price);
                hash.add(left);
                hash.add(expires);
                hash.add(postOnly ? 1 : 0);
            });
            hash.add(-1);
        }
        return hash.value();
    }
}
