package io.mts1b.brokers.matching;

/** Who is told what happens on a book, on the thread of the command, which it must not answer with another command. */
public interface BookListener {

    /**
     * An order was taken. Trades follow, if it met any.
     *
     * @param id the order
     */
    void accepted(long id);

    /**
     * Two orders traded at the price of the one that rested.
     *
     * @param taker the order that came
     * @param maker the order that rested
     * @param price in ticks
     * @param quantity in lots
     * @param takerLeft what the taker still wants
     * @param makerLeft what the maker still wants; at 0 it has left the book
     */
    void traded(long taker, long maker, long price, long quantity, long takerLeft, long makerLeft);

    /**
     * An order wants less, and keeps its place.
     *
     * @param id the order
     * @param left what it still wants, in lots
     */
    void reduced(long id, long left);

    /**
     * An order was replaced. Trades follow, if it met any at its new price.
     *
     * @param id the order
     * @param price its price now, in ticks
     * @param left what it wants now, in lots
     */
    void replaced(long id, long price, long left);

    /**
     * An order is gone, and did not trade in full.
     *
     * @param id the order
     * @param left what it still wanted, in lots
     * @param why why
     */
    void canceled(long id, long left, Removal why);

    /**
     * A command did nothing.
     *
     * @param id the order it was about
     * @param why why
     */
    void rejected(long id, Refusal why);
}
