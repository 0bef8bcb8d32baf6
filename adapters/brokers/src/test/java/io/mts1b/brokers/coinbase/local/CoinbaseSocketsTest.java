package io.mts1b.brokers.coinbase.local;

import io.mts1b.brokers.coinbase.CoinbaseBroker;
import io.mts1b.brokers.local.SocketTck;

class CoinbaseSocketsTest extends SocketTck<CoinbaseBroker> {

    CoinbaseSocketsTest() {
        super(CoinbaseSpot.trading(), "ETH-USD.COINBASE");
    }
}
