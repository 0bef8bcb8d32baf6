package io.mts1b.brokers.kraken.local;

import io.mts1b.brokers.kraken.KrakenBroker;
import io.mts1b.brokers.local.FaultsTck;

class KrakenFaultsTest extends FaultsTck<KrakenBroker> {

    KrakenFaultsTest() {
        super(new KrakenSpot(), 150);
    }
}
