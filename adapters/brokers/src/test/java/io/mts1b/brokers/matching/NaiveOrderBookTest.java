package io.mts1b.brokers.matching;

class NaiveOrderBookTest extends OrderBookTck {

    @Override
    OrderBook book(SelfTrade selfTrade, BookListener listener) {
        return new NaiveOrderBook(selfTrade, listener);
    }
}
