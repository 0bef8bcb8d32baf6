package io.mts1b.oms.api;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.EventLog;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.OperatorWord;
import io.mts1b.oms.api.ApiReply.FillView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A log that tells what has become durable in it, and remembers of the last {@value #KEPT} what the state does not show:
 * orders and fills in the order they came, and why orders were refused. Open the order management system on it.
 *
 * <p>Confined to the thread of the log, but for the changes it hands out.
 */
public final class LogFeed implements EventLog {

    private static final int KEPT = 100_000;

    private final EventLog log;
    private final List<Changes> followers = new CopyOnWriteArrayList<>();
    private final Recent<OrderId> orders = new Recent<>(KEPT);
    private final Recent<Booked> fills = new Recent<>(KEPT);
    // Looked up in; walked through from the oldest only to forget it.
    private final Map<FillId, Long> numbers = new LinkedHashMap<>();
    private final Map<OrderId, String> reasons = new LinkedHashMap<>();

    private Optional<byte[]> kept = Optional.empty();

    /**
     * A fill.
     *
     * @param view how it is shown
     * @param fund whose it is by an operator's word; null if it is its order's
     */
    record Booked(FillView view, @Nullable FundId fund) {}

    /**
     * Makes a feed.
     *
     * @param log where the events are written; closed with the feed
     */
    public LogFeed(EventLog log) {
        this.log = Objects.requireNonNull(log, "log");
    }

    @Override
    public void replay(long after, Consumer<OmsEvent> consumer) {
        if (after > 0) {
            kept.ifPresent(bytes -> FeedMemory.read(bytes, this));
        }
        kept = Optional.empty();
        log.replay(after, event -> {
            consumer.accept(event);
            remember(event);
        });
    }

    /** What is remembered here is the last part. */
    @Override
    public Optional<Snapshot> snapshot() {
        return log.snapshot().filter(snapshot -> snapshot.parts().size() > 1).map(snapshot -> {
            List<byte[]> parts = snapshot.parts();
            kept = Optional.of(parts.getLast());
            return new Snapshot(snapshot.events(), parts.subList(0, parts.size() - 1));
        });
    }

    @Override
    public void save(List<byte[]> parts) {
        List<byte[]> more = new ArrayList<>(parts);
        more.add(FeedMemory.write(this));
        log.save(more);
        followers.forEach(Changes::publish);
    }

    @Override
    public void append(OmsEvent event) {
        log.append(event);
        remember(event);
    }

    @Override
    public void flush() {
        log.flush();
        followers.forEach(Changes::publish);
    }

    @Override
    public void close() {
        log.close();
        followers.forEach(Changes::end);
    }

    private void remember(OmsEvent event) {
        switch (event) {
            case OmsEvent.OrderReceived received -> {
                orders.add(_ -> received.order().orderId());
                changed(received.order().orderId());
            }
            case OmsEvent.OrderDecided(RiskDecision decision) -> {
                if (decision instanceof RiskDecision.Denied denied) {
                    told(denied.orderId(), reason(denied));
                }
                changed(decision.orderId());
            }
            case OmsEvent.OrderChanged(OrderEvent happened) -> {
                remember(happened);
                changed(happened.orderId());
            }
            case OmsEvent.OperatorRuled(OperatorWord word) -> remember(word);
            case OmsEvent.CorporateActionApplied _, OmsEvent.DividendPaid _ -> followers.forEach(Changes::restated);
            case OmsEvent.FundOpened _,
                    OmsEvent.InstrumentListed _,
                    OmsEvent.EnvelopeSet _,
                    OmsEvent.VetoAnswered _,
                    OmsEvent.TargetsSet _,
                    OmsEvent.MarketMarked _,
                    OmsEvent.NavMarked _,
                    OmsEvent.BorrowSet _,
                    OmsEvent.HaltSet _,
                    OmsEvent.HaltLifted _,
                    OmsEvent.LineChanged _,
                    OmsEvent.DifferenceFound _,
                    OmsEvent.DifferenceEnded _,
                    OmsEvent.ParentChanged _,
                    OmsEvent.OperationChanged _ -> {
                // They are neither a fill nor a word about an order.
            }
        }
    }

    private void remember(OperatorWord word) {
        switch (word) {
            case OperatorWord.Booked booked -> {
                long number = booked(booked.fill(), booked.fund());
                followers.forEach(follower -> follower.booked(booked.fund(), number));
            }
            case OperatorWord.Adopted adopted -> {
                orders.add(_ -> adopted.order().orderId());
                changed(adopted.order().orderId());
            }
            case OperatorWord.DeclaredDead dead -> {
                told(dead.order(), "declared dead: " + word.voice().reason());
                changed(dead.order());
            }
            case OperatorWord.Disowned _ -> {
                // It is nobody's here.
            }
        }
    }

    private static String reason(RiskDecision.Denied denied) {
        return denied.denials().stream().map(Denial::toString).collect(Collectors.joining("; "));
    }

    private void remember(OrderEvent event) {
        OrderId order = event.orderId();
        switch (event) {
            case OrderEvent.Filled(Fill fill) -> filled(fill);
            case OrderEvent.FillBusted busted -> busted(busted);
            case OrderEvent.RiskDenied denied -> told(order, denied.reason());
            case OrderEvent.Rejected rejected -> told(order, rejected.reason());
            case OrderEvent.CancelRejected rejected -> told(order, rejected.reason());
            case OrderEvent.Canceled canceled -> told(order, canceled.reason());
            case OrderEvent.ReplaceRejected rejected -> told(order, rejected.reason());
            case OrderEvent.Lost lost -> told(order, lost.reason());
            case OrderEvent.RiskRequested _,
                    OrderEvent.RiskApproved _,
                    OrderEvent.Submitted _,
                    OrderEvent.Accepted _,
                    OrderEvent.CancelRequested _,
                    OrderEvent.ReplaceRequested _,
                    OrderEvent.Replaced _,
                    OrderEvent.Expired _ -> {
                // They need no words.
            }
        }
    }

    /** Takes over a fill that one before remembered. */
    void take(Booked booked) {
        fills.add(_ -> booked);
        numbers.put(booked.view().fill().fillId(), booked.view().number());
    }

    void told(OrderId order, String reason) {
        reasons.put(order, reason);
        forgetOldest(reasons);
    }

    private static void forgetOldest(Map<?, ?> map) {
        if (map.size() > KEPT) {
            map.remove(map.keySet().iterator().next());
        }
    }

    /** The log may hold a fill that was told twice; the state counts it once. */
    private void filled(Fill fill) {
        if (!numbers.containsKey(fill.fillId())) {
            long number = booked(fill, null);
            followers.forEach(follower -> follower.filled(fill.orderId(), number));
        }
    }

    private long booked(Fill fill, @Nullable FundId fund) {
        long number = fills.add(next -> new Booked(new FillView(next, fill, null), fund));
        numbers.put(fill.fillId(), number);
        forgetOldest(numbers);
        return number;
    }

    private void busted(OrderEvent.FillBusted busted) {
        Long number = numbers.get(busted.fill().fillId());
        if (number == null) {
            // It came so long ago that it is shown no more; what it did to the account is taken back all the same.
            followers.forEach(follower -> follower.restated(busted.orderId()));
        } else {
            fills.replace(number, new Booked(new FillView(number, busted.fill(), busted.at()), null));
            followers.forEach(follower -> follower.filled(busted.orderId(), number));
        }
    }

    private void changed(OrderId order) {
        followers.forEach(follower -> follower.changed(order));
    }

    /** Returns why an order is as it is, as was last told. */
    Optional<String> reason(OrderId order) {
        return Optional.ofNullable(reasons.get(order));
    }

    Map<OrderId, String> reasons() {
        return Collections.unmodifiableMap(reasons);
    }

    Recent<OrderId> orders() {
        return orders;
    }

    Recent<Booked> fills() {
        return fills;
    }

    /** Tells of what changes in a fund from now on, once it is durable. The state is looked at by this thread only. */
    Changes follow(FundId fund, OmsState state) {
        Changes changes = new Changes(
                fund,
                order -> state.order(order)
                        .filter(one -> one.order().fund().equals(fund))
                        .isPresent(),
                followers::remove);
        followers.add(changes);
        return changes;
    }
}
