package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.local.SocketTck;

class KrakenSocketsTest extends SocketTck<KrakenBroker> {

    KrakenSocketsTest() {
        super(new KrakenSpot(), "ETH-USD.KRAKEN");
    }
}
