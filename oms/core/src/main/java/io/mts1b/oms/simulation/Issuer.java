package io.mts1b.oms.simulation;

import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The companies whose shares are traded: they pay dividends at any time, and split or join their shares while trading in them
 * is closed, all of whose orders are taken back for that.
 */
final class Issuer {

    private static final ActorId CLERK = new ActorId("clerk");
    private static final List<UnitRatio> RATIOS = List.of(UnitRatio.parse("2:1"), UnitRatio.parse("1:2"));
    private static final Price LEAST = Price.parse("20");
    private static final Price MOST = Price.parse("400");

    private final RandomGenerator random;
    private final InstantSource clock;
    private final SimulatedVenue venue;
    private final Deque<String> owed = new ArrayDeque<>();
    private @Nullable InstrumentId closed;
    private int actions;
    private int splits;

    Issuer(RandomGenerator random, InstantSource clock, SimulatedVenue venue) {
        this.random = random;
        this.clock = clock;
        this.venue = venue;
    }

    /** Returns the shares that may be traded now. */
    List<InstrumentId> trading() {
        List<InstrumentId> open = new ArrayList<>(SimulatedFund.SHARES);
        open.remove(closed);
        return open;
    }

    /** Returns how often shares were split or joined. */
    int splits() {
        return splits;
    }

    /** Announces a dividend, pays one that is owed, or closes a share. */
    void act(Oms oms) {
        InstrumentId share = SimulatedFund.SHARES.get(random.nextInt(SimulatedFund.SHARES.size()));
        switch (random.nextInt(4)) {
            case 0 -> pay(oms);
            case 1 -> announce(oms, share);
            default -> closed = closed == null ? share : closed;
        }
    }

    private void pay(Oms oms) {
        if (!owed.isEmpty()) {
            oms.accept(new OmsEvent.DividendPaid(owed.remove(), CLERK, clock.instant()));
        }
    }

    private void announce(Oms oms, InstrumentId share) {
        if (isCertain(oms.state(), share)) {
            Money perUnit = new Money(new Decimal(1 + random.nextInt(300), 2), SimulatedFund.CASH.currency());
            CorporateAction dividend = new CorporateAction.CashDividend(nextId(), share, clock.instant(), perUnit);
            apply(oms, dividend);
            owed.add(dividend.id());
        }
    }

    private static boolean isCertain(OmsState state, InstrumentId share) {
        return state.doubt(SimulatedFund.BROKER, share).isEmpty();
    }

    private String nextId() {
        return "action-" + ++actions;
    }

    private void apply(Oms oms, CorporateAction action) {
        oms.accept(new OmsEvent.CorporateActionApplied(action, CLERK, clock.instant()));
    }

    /** Takes back what is open in the share that is closed, and restates it as soon as nobody is in doubt about it. */
    void tick(Oms oms) {
        InstrumentId share = closed;
        if (share == null) {
            return;
        }
        for (OrderState order : open(oms.state(), share)) {
            if (order.status() != OrderStatus.PENDING_CANCEL) {
                oms.cancel(order.order().orderId(), share + " is closed");
            }
        }
        if (open(oms.state(), share).isEmpty() && isAgreed(oms.state(), share)) {
            restate(oms, share);
            closed = null;
        }
    }

    private static List<OrderState> open(OmsState state, InstrumentId share) {
        return state.openOrders(SimulatedFund.FUND).stream()
                .filter(order -> order.order().instrument().equals(share))
                .toList();
    }

    private boolean isAgreed(OmsState state, InstrumentId share) {
        Decimal held = state.positions(SimulatedFund.FUND).getOrDefault(share, Decimal.ZERO);
        return held.equals(venue.positions().getOrDefault(share, Decimal.ZERO))
                && isCertain(state, share)
                && venue.working().stream()
                        .noneMatch(order -> order.instrument().equals(share));
    }

    /** Nobody is left with half a share. */
    private void restate(Oms oms, InstrumentId share) {
        UnitRatio ratio = RATIOS.get(random.nextInt(RATIOS.size()));
        Decimal held = venue.positions().getOrDefault(share, Decimal.ZERO);
        Price after = ratio.over(oms.state().lastPrice(share).orElseThrow());
        boolean whole = held.isZero() || ratio.times(held).isMultipleOf(Decimal.ONE);
        if (whole && after.compareTo(LEAST) >= 0 && after.compareTo(MOST) <= 0) {
            apply(oms, new CorporateAction.Split(nextId(), share, clock.instant(), ratio));
            venue.split(share, ratio);
            splits++;
        }
    }
}
