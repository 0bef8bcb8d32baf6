package io.mts1b.brokers.ibkr.local;

import static io.mts1b.brokers.ibkr.local.IbkrShares.SHARE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.MemoryLink;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.local.Tampered;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.platform.clock.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A gateway whose session, and whose answers, a test can change. */
final class Gateway {

    private static final URI API = URI.create("https://localhost:5000");

    final List<VenueMessage> told = new ArrayList<>();

    private final IbkrShares shares;
    final VirtualTime time = new VirtualTime(Processes.START);
    final LocalMarket market;
    final IbkrVenue venue;
    final Tampered tampered;
    final MemoryLink link;
    final IbkrBroker broker;

    Gateway(IbkrShares shares) {
        market = shares.market(time, new SplittableRandom(1));
        venue = shares.venue(market, time);
        tampered = new Tampered(venue);
        this.shares = shares;
        link = new MemoryLink(time, tampered, IbkrVenue.STREAM);
        broker = again();
        link.serve(broker);
        broker.open();
        pass(Duration.ofSeconds(3));
    }

    void pass(Duration span) {
        time.until(time.instant().plus(span));
    }

    ApprovedOrder submit(String id, OrderType type) {
        ApprovedOrder order = Orders.order(id, SHARE, Side.BUY, 10, type, TimeInForce.GTC);
        broker.submit(order);
        pass(Duration.ofSeconds(1));
        return order;
    }

    <T extends VenueMessage> List<T> heard(Class<T> kind) {
        return told.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <T extends VenueAnswer> T answer(Class<T> kind, Runnable question) {
        told.clear();
        question.run();
        pass(Duration.ofSeconds(30));
        return heard(kind).getFirst();
    }

    /** Makes one whose line is up, and of which nothing was told yet. */
    static Gateway up(IbkrShares shares) {
        Gateway gateway = new Gateway(shares);
        assertThat(gateway.told).singleElement().isInstanceOf(VenueMessage.LineUp.class);
        gateway.told.clear();
        return gateway;
    }

    /** Makes a broker as a process that is started again has it. */
    IbkrBroker again() {
        return shares.broker(API, time, link, told::add);
    }
}
