package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.alpaca.AlpacaBroker;
import io.mts1b.brokers.local.SocketTck;

class AlpacaSocketsTest extends SocketTck<AlpacaBroker> {

    AlpacaSocketsTest() {
        super(AlpacaShares.trading(), "MSFT.ALPACA");
    }
}
