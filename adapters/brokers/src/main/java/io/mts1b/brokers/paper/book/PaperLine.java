package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.ReportsPositions;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * The way to a {@link PaperVenue}: every message takes its latency, each way. What was sent before the line broke still
 * arrives there; what the venue told then does not arrive here. Confined to one thread.
 */
public final class PaperLine
        implements SubmitsOrders,
                CancelsOrders,
                ReplacesOrders,
                FindsOrders,
                ListsOpenOrders,
                ListsFills,
                ReportsPositions,
                ReportsBalances {

    private final BrokerId broker;
    private final PaperDesk desk;
    private final InstantSource clock;
    private final Delay delay;
    private final VenueListener listener;
    private boolean up;
    private long connection;

    /**
     * Makes a line that is down.
     *
     * @param broker the name that orders are routed by
     * @param venue where it leads; it has one line
     * @param clock the time that answers carry
     * @param delay when what is sent arrives; never before the call returns
     * @param listener who hears what the venue tells
     */
    public PaperLine(BrokerId broker, PaperVenue venue, InstantSource clock, Delay delay, VenueListener listener) {
        this.broker = broker;
        this.desk = venue.desk();
        this.clock = clock;
        this.delay = delay;
        this.listener = listener;
    }

    @Override
    public BrokerId broker() {
        return broker;
    }

    /** Brings the line up, if it is down. */
    @Override
    public void open() {
        if (!up) {
            up = true;
            connection++;
            desk.tell(this::hear);
            hear(new VenueMessage.LineUp(clock.instant()));
        }
    }

    /**
     * Breaks the line, if it is up; {@link #open} brings it up again.
     *
     * @param reason why, as the listener is told at once
     */
    public void disconnect(String reason) {
        if (up) {
            up = false;
            connection++;
            desk.tell(_ -> {});
            listener.onMessage(new VenueMessage.LineDown(clock.instant(), reason));
        }
    }

    @Override
    public void submit(ApprovedOrder approved) {
        Order order = approved.order();
        Require.that(order.broker().equals(broker), "order must be for " + broker + ", was for " + order.broker());
        OrderName name = OrderName.of(ClientOrderId.of(order.orderId(), 0));
        if (up) {
            send(() -> desk.take(order));
        } else {
            hear(new OrderReport.Rejected(name, clock.instant(), "not sent, there is no line"));
        }
    }

    @Override
    public void cancel(SentOrder order) {
        if (up) {
            send(() -> desk.cancel(order.names()));
        }
    }

    @Override
    public void replace(SentOrder order, ClientOrderId name, Quantity quantity, OrderType type) {
        if (up) {
            send(() -> desk.replace(order.names(), name, quantity, type));
        }
    }

    @Override
    public void find(long request, SentOrder order) {
        ask(() -> desk.told(order.names())
                .<VenueAnswer>map(told -> new VenueAnswer.Found(request, clock.instant(), told))
                .orElseGet(() -> new VenueAnswer.NotFound(request, clock.instant())));
    }

    @Override
    public void listOpenOrders(long request) {
        ask(() -> new VenueAnswer.OpenOrders(request, clock.instant(), List.copyOf(desk.working())));
    }

    @Override
    public void listFills(long request, Instant from) {
        ask(() -> new VenueAnswer.Fills(
                request, clock.instant(), from, desk.account().fills(from)));
    }

    @Override
    public void listPositions(long request) {
        ask(() -> new VenueAnswer.Positions(
                request, clock.instant(), desk.account().positions()));
    }

    @Override
    public void listBalances(long request) {
        ask(() -> new VenueAnswer.Balances(
                request, clock.instant(), desk.account().balances()));
    }

    private void send(Runnable command) {
        delay.after(desk.rules().latency(), command);
    }

    /** A question is answered over the line it was asked over, or not at all. */
    private void ask(Supplier<VenueAnswer> answer) {
        long over = connection;
        if (up) {
            send(() -> {
                if (over == connection) {
                    hear(answer.get());
                }
            });
        }
    }

    private void hear(VenueMessage message) {
        long over = connection;
        delay.after(desk.rules().latency(), () -> {
            if (over == connection) {
                listener.onMessage(message);
            }
        });
    }
}
