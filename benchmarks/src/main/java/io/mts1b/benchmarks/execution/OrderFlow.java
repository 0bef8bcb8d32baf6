package io.mts1b.benchmarks.execution;

import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.Operation;
import io.mts1b.oms.Scope;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ExecutionLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rounds of a thousand orders of many strategies, and of what happens to orders: one round buys, the next sells what it
 * has bought. A share's orders are all of one kind: most trade, some are replaced first, canceled, canceled by an operator or by
 * another order, or traded by mistake. In each round algos work orders and a position passes its stop.
 */
final class OrderFlow implements InstantSource {

    static final int SHARES = 300;

    private static final int TOGETHER = 1_000;
    private static final int KINDS = 20;
    private static final int REPLACED = 3;
    private static final int CANCELED = 5;
    private static final int BUSTED = 7;
    private static final int LINKED = 9;
    private static final int CALLED_BACK = 11;
    private static final int PARENTS = 5;
    private static final Duration ROUND = Duration.ofMinutes(20);
    private static final Duration HORIZON = Duration.ofMinutes(10);
    private static final Algo ICEBERG = new Algo.Iceberg(Quantity.of(100), Quantity.of(20), HORIZON);
    private static final StrategyId CAUTIOUS = new StrategyId("cautious");
    private static final List<StrategyId> STRATEGIES = List.of(
            new StrategyId("carry"),
            new StrategyId("reversal"),
            new StrategyId("value"),
            new StrategyId("quality"),
            CAUTIOUS);
    private static final ActorId ACTOR = new ActorId("ops");
    private static final Price STOPPED = Price.parse("80");
    private static final Price MARK = Price.parse("100");
    private static final OrderType LIMIT = new OrderType.Limit(Price.parse("101.37"));

    private final BusyFund fund = new BusyFund(0, 0, STRATEGIES);
    private final AnsweringVenue venue = new AnsweringVenue(this, OrderFlow::rests);
    private Instant now = BusyFund.NOW;

    @Override
    public Instant instant() {
        return now;
    }

    void begin(Oms oms) {
        fund.setUp(SHARES).forEach(oms::accept);
        oms.connect(venue);
    }

    void round(Oms oms, int round) {
        now = now.plus(ROUND);
        boolean buys = round % 2 == 0;
        mark(oms, MARK);
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < TOGETHER; i++) {
            orders.add(order(round, i, buys));
        }
        oms.submit(orders);
        answer(oms);
        oms.together(() -> orders.forEach(order -> change(oms, order)));
        oms.operations()
                .begin(new Operation(
                        "all-" + round,
                        Operation.Kind.CANCEL_ALL,
                        new Scope.OfStrategy(BusyFund.FUND, CAUTIOUS),
                        "every day",
                        ACTOR,
                        now,
                        now.plus(HORIZON)));
        answer(oms);
        work(oms, round, buys);
        if (buys) {
            stop(oms, round);
        }
    }

    private static int kind(String id) {
        // Children of parents and exits are named otherwise.
        return id.startsWith("r-") ? Integer.parseInt(id.substring(id.lastIndexOf('-') + 1)) % SHARES % KINDS : 0;
    }

    private static boolean rests(Order order) {
        int kind = kind(order.orderId().value());
        return kind == REPLACED || kind == CANCELED || kind == CALLED_BACK || kind == LINKED + 1;
    }

    private Order order(int round, int i, boolean buys) {
        String prefix = "r-" + round + "-";
        int kind = kind(prefix + i);
        boolean isHeld = kind != BUSTED && (kind == REPLACED || !rests(fund.order(prefix + i, i, 1)));
        var wish = fund.wish(prefix + i, i, 1, buys || !isHeld ? Side.BUY : Side.SELL)
                .strategy(kind == CALLED_BACK ? CAUTIOUS : STRATEGIES.get(i % (STRATEGIES.size() - 1)))
                .createdAt(now);
        if (kind == REPLACED) {
            wish.type(LIMIT);
        } else if (kind == LINKED + 1) {
            wish.addLinks(new OrderLink.CancelsWith(new OrderId(prefix + (i - 1))));
        }
        return wish.build();
    }

    private void change(Oms oms, Order order) {
        switch (kind(order.orderId().value())) {
            case REPLACED -> {
                if (oms.state().order(order.orderId()).orElseThrow().status().mayTrade()) {
                    oms.replace(order.orderId(), Quantity.of(2), LIMIT);
                }
            }
            case CANCELED -> oms.cancel(order.orderId(), "no longer wished for");
            case BUSTED -> venue.bust(order);
            default -> {
                // It has traded, or is canceled by somebody else.
            }
        }
    }

    private void work(Oms oms, int round, boolean buys) {
        for (int i = 0; i < PARENTS; i++) {
            String id = "p-" + round + "-" + i;
            Order parent = fund.wish(id, i * KINDS, 300, buys ? Side.BUY : Side.SELL)
                    .type(new OrderType.Limit(MARK))
                    .createdAt(now)
                    .build();
            oms.parents().take(parent, ICEBERG, ExecutionLimits.NONE, round);
        }
        for (int i = 0; i < PARENTS; i++) {
            oms.parents().quoted(quote(fund.share(i * KINDS)));
        }
        answer(oms);
    }

    private Quote quote(InstrumentId share) {
        return new Quote(share, MARK, MARK.plus(Price.parse("0.01")), Quantity.of(500), Quantity.of(500), now);
    }

    /** What was bought passes its stop, and is sold. */
    private void stop(Oms oms, int round) {
        InstrumentId share = fund.share(1 + round % (SHARES / KINDS) * KINDS);
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        prices.put(share, STOPPED);
        oms.accept(new OmsEvent.MarketMarked(date(), new MarketSnapshot(now, prices)));
        answer(oms);
    }

    private LocalDate date() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private void mark(Oms oms, Price price) {
        SortedMap<InstrumentId, Price> prices = new TreeMap<>();
        for (int i = 0; i < SHARES; i++) {
            prices.put(fund.share(i), price);
        }
        LocalDate today = date();
        oms.accept(new OmsEvent.MarketMarked(today, new MarketSnapshot(now, prices)));
        if (!now.minus(ROUND).atZone(ZoneOffset.UTC).toLocalDate().equals(today)) {
            Money nav = oms.state().nav(BusyFund.FUND);
            Money none = Money.zero(Currency.USD);
            oms.accept(new OmsEvent.NavMarked(
                    new NavSnapshot(BusyFund.FUND, today.minusDays(1), nav, nav, none, none, none)));
        }
    }

    /** Until the venue has no more to say: an answer may have the next slice sent. */
    private void answer(Oms oms) {
        boolean[] any = {true};
        while (any[0]) {
            oms.together(() -> any[0] = venue.answer(report -> oms.onVenue(BusyFund.BROKER, report)));
        }
    }
}
