package io.mts1b.oms.api;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.api.ApiReply.OrderView;
import io.mts1b.oms.api.Changes.Seen;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.oms.service.WriterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What stands in a fund, and then whatever becomes otherwise, each time as it stands when it is told. Everything told is
 * durable. Who reads slowly is told less often, and never something that is no longer so.
 *
 * <p>Confined to one thread, but for {@link #close}.
 */
final class StateStream implements AutoCloseable {

    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final Seen NOTHING = new Seen(List.of(), List.of(), false);

    private final OmsWriter writer;
    private final LogFeed feed;
    private final FundId fund;
    private final Changes changes;
    private List<Item> ready;
    private Seen owed = NOTHING;

    /**
     * Something to tell.
     *
     * @param name of the kind: snapshot, order, fill or account
     * @param data of that kind
     */
    record Item(String name, Object data) {}

    /** Everything that stands. */
    record Snapshot(ApiReply.Account account, List<OrderView> openOrders) {}

    private record Opened(Changes changes, Item snapshot) {}

    private StateStream(OmsWriter writer, LogFeed feed, FundId fund, Opened opened) {
        this.writer = writer;
        this.feed = feed;
        this.fund = fund;
        this.changes = opened.changes;
        this.ready = List.of(opened.snapshot);
    }

    /** Opens a stream; refuses who may not see the fund, and too much to do. */
    static StateStream open(OmsApi api, OmsApi.Caller caller, FundId fund) {
        caller.require(Permission.VIEW, fund);
        LogFeed feed = api.feed();
        Opened opened = asked(api.writer(), oms -> {
            OmsState state = Commands.known(oms, fund);
            // Both at once, so that nothing falls between.
            return new Opened(feed.follow(fund, state), snapshot(state, feed, fund));
        });
        return new StateStream(api.writer(), feed, fund, opened);
    }

    private static <T> T asked(OmsWriter writer, Function<Oms, T> question) {
        try {
            return writer.ask(question).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RefusedException refused -> throw refused;
                case WriterException ended -> {
                    ApiReply.Refused refused = OmsApi.refused(ended);
                    throw new RefusedException(refused.code(), refused.message());
                }
                case null, default -> throw e;
            }
        }
    }

    private static Item snapshot(OmsState state, LogFeed feed, FundId fund) {
        return new Item("snapshot", new Snapshot(Views.account(state, fund), Views.openOrders(state, feed, fund)));
    }

    /** Waits for something to tell, about so long; empty if there is nothing. */
    List<Item> next(Duration patience) throws InterruptedException {
        if (!ready.isEmpty()) {
            List<Item> first = ready;
            ready = List.of();
            return first;
        }
        Seen seen = both(owed, changes.take(owed.isEmpty() ? patience : A_MOMENT));
        owed = NOTHING;
        if (seen.isEmpty()) {
            return List.of();
        }
        try {
            return asked(writer, oms -> items(oms.state(), seen));
        } catch (RefusedException e) {
            if (e.reply().code() == ApiRefusal.BUSY) {
                owed = seen;
            } else {
                changes.end();
            }
            return List.of();
        }
    }

    private static Seen both(Seen one, Seen other) {
        TreeSet<OrderId> orders = new TreeSet<>(one.orders());
        orders.addAll(other.orders());
        TreeSet<Long> fills = new TreeSet<>(one.fills());
        fills.addAll(other.fills());
        return new Seen(List.copyOf(orders), List.copyOf(fills), one.tooMuch() || other.tooMuch());
    }

    private List<Item> items(OmsState state, Seen seen) {
        List<Item> items = new ArrayList<>();
        seen.fills()
                .forEach(number ->
                        feed.fills().get(number).ifPresent(fill -> items.add(new Item("fill", fill.view()))));
        seen.orders()
                .forEach(id ->
                        items.add(new Item("order", Views.order(state.order(id).orElseThrow(), feed))));
        if (seen.tooMuch()) {
            // What came with it was told first: nobody sees in a snapshot which fill came, or what became of an order
            // that ended.
            items.add(snapshot(state, feed, fund));
        } else if (!seen.fills().isEmpty()) {
            items.add(new Item("account", Views.account(state, fund)));
        }
        return items;
    }

    boolean hasEnded() {
        return changes.hasEnded();
    }

    /** Ends it, from any thread; closing again does nothing. */
    @Override
    public void close() {
        changes.close();
    }
}
