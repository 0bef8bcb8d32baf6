package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.local.SocketTck;

class IbkrSocketsTest extends SocketTck<IbkrBroker> {

    IbkrSocketsTest() {
        super(IbkrShares.trading(), "ZVZZT.XNAS");
    }
}
