package io.mts1b.oms.simulation;

import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
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
 * The companies whose shares are traded: they pay dividends at any time, and split or join their shares, exchange them for
 * another company's, give away another's, or take them back while trading in them is closed, all of whose orders are taken back
 * for that.
 */
final class Issuer {

    private static final ActorId CLERK = new ActorId("clerk");
    private static final List<UnitRatio> RATIOS = List.of(UnitRatio.parse("2:1"), UnitRatio.parse("1:2"));
    private static final UnitRatio FEWER = UnitRatio.parse("1:2");
    private static final Price LEAST = Price.parse("20");
    private static final Price MOST = Price.parse("400");

    private final RandomGenerator random;
    private final InstantSource clock;
    private final SimulatedVenue venue;
    private final Deque<String> owed = new ArrayDeque<>();
    private @Nullable InstrumentId closed;
    private int actions;
    private int restated;

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

    /** Returns how often holders came to have other units than before. */
    int restated() {
        return restated;
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

    /** Nobody is left with half a share, or with more of it than one may have. */
    private void restate(Oms oms, InstrumentId share) {
        InstrumentId other = another(share);
        CorporateAction action = switch (random.nextInt(6)) {
            case 0 -> new CorporateAction.Conversion(nextId(), share, clock.instant(), FEWER, other);
            case 1 -> new CorporateAction.SpinOff(nextId(), share, clock.instant(), FEWER, other, Rate.parse("0.25"));
            case 2 -> new CorporateAction.Redemption(nextId(), share, clock.instant(), redemption());
            default ->
                new CorporateAction.Split(nextId(), share, clock.instant(), RATIOS.get(random.nextInt(RATIOS.size())));
        };
        if (isPossible(oms.state(), action, other)) {
            apply(oms, action);
            venue.apply(action);
            restated++;
        }
    }

    private InstrumentId another(InstrumentId share) {
        List<InstrumentId> others = new ArrayList<>(SimulatedFund.SHARES);
        others.remove(share);
        return others.get(random.nextInt(others.size()));
    }

    private Price redemption() {
        return new Price(new Decimal(random.nextInt(20_000), 2));
    }

    private boolean isPossible(OmsState state, CorporateAction action, InstrumentId other) {
        Decimal held = venue.positions().getOrDefault(action.instrument(), Decimal.ZERO);
        return switch (action) {
            case CorporateAction.Split split -> {
                Price after =
                        split.ratio().over(state.lastPrice(split.instrument()).orElseThrow());
                yield isWhole(split.ratio(), held) && after.compareTo(LEAST) >= 0 && after.compareTo(MOST) <= 0;
            }
            case CorporateAction.Conversion conversion -> hasRoom(state, other, conversion.ratio(), held);
            case CorporateAction.SpinOff spinOff -> hasRoom(state, other, spinOff.ratio(), held);
            case CorporateAction.Redemption _, CorporateAction.CashDividend _ -> true;
        };
    }

    private static boolean isWhole(UnitRatio ratio, Decimal held) {
        return ratio.times(held).isMultipleOf(Decimal.ONE);
    }

    /** Whatever is open may trade before or after more of it comes. */
    private boolean hasRoom(OmsState state, InstrumentId other, UnitRatio ratio, Decimal held) {
        Decimal most = ratio.times(held)
                .abs()
                .plus(venue.positions().getOrDefault(other, Decimal.ZERO).abs());
        for (OrderState order : open(state, other)) {
            most = most.plus(order.remaining().value());
        }
        Money worth = SimulatedFund.TERMS.value(state.lastPrice(other).orElseThrow(), most);
        return isWhole(ratio, held) && worth.compareTo(SimulationPlan.watched()) <= 0;
    }
}
