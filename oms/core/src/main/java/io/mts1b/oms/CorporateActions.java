package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The corporate actions that were applied: a part of the fold.
 *
 * <p>The position of each strategy at each broker is restated by itself, and all sums of positions are sums of these. Cost is
 * not lost: it stays with the lots, or goes with those that come of them.
 *
 * <p>Confined to the thread of the state.
 */
final class CorporateActions {

    private final SortedMap<String, Applied> all = new TreeMap<>();

    /** A corporate action, and whether what is owed because of it was paid. */
    record Applied(CorporateAction action, boolean paid) {}

    CorporateActions(List<Applied> before) {
        before.forEach(one -> all.put(one.action().id(), one));
    }

    /** Returns all, in the order of their identities. */
    List<Applied> all() {
        return List.copyOf(all.values());
    }

    /** Everything that can be refused is refused before anything changes. */
    void apply(OmsState state, CorporateAction action) {
        Require.that(!all.containsKey(action.id()), () -> "corporate action " + action.id() + " must be applied once");
        Instrument instrument = listed(state, action.instrument());
        Instrument other = other(action).map(id -> listed(state, id)).orElse(null);
        if (other != null) {
            requireAlike(state, instrument, other);
        }
        if (!(action instanceof CorporateAction.CashDividend)) {
            requireAtRest(state, action.instrument());
        }
        requireCaughtUp(state, action.instrument());
        Positions positions;
        Runnable moving;
        try {
            positions = new Positions(state, action);
            moving = positions.moving(other);
            for (FundState fund : state.allFunds().all()) {
                apply(copy(fund, state), action, positions, other);
            }
            state.lastPrice(action.instrument()).ifPresent(price -> price(action, price));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "corporate action " + action.id() + " must make something that can be counted: " + e.getMessage(),
                    e);
        }
        for (FundState fund : state.allFunds().all()) {
            apply(fund, action, positions, other);
            state.allFunds().moved(fund, action.instrument());
            if (other != null) {
                state.allFunds().moved(fund, other.id());
            }
        }
        moving.run();
        state.lastPrice(action.instrument()).ifPresent(price -> {
            state.prices().restate(action.instrument(), price(action, price));
            state.allFunds().changed(action.instrument());
        });
        all.put(action.id(), new Applied(action, false));
    }

    private static void apply(FundState fund, CorporateAction action, Positions positions, @Nullable Instrument other) {
        fund.apply(action, positions.units(fund.books().fund().fund()), other);
    }

    /** A fund to try it with first: numbers may turn out not to fit. */
    private static FundState copy(FundState fund, OmsState state) {
        return new FundState(fund.form(), fund.lastFills().iterator()::next, state);
    }

    /** What is worth the same has another price. */
    private static Price price(CorporateAction action, Price price) {
        return action instanceof CorporateAction.Split split ? split.ratio().over(price) : price;
    }

    /** Takes that a dividend was paid. */
    void paid(OmsState state, String id) {
        Applied applied = Require.present(all.get(id), () -> "corporate action " + id + " must have been applied");
        Require.that(
                applied.action instanceof CorporateAction.CashDividend,
                () -> "corporate action " + id + " must be a dividend to be paid, was " + applied.action);
        Require.that(!applied.paid, () -> "dividend " + id + " must be paid once");
        try {
            state.allFunds().all().forEach(fund -> copy(fund, state).paid(id));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "dividend " + id + " must make cash that can be counted: " + e.getMessage(), e);
        }
        state.allFunds().all().forEach(fund -> fund.paid(id));
        all.put(id, new Applied(applied.action, true));
    }

    private static Optional<InstrumentId> other(CorporateAction action) {
        return switch (action) {
            case CorporateAction.Conversion conversion -> Optional.of(conversion.into());
            case CorporateAction.SpinOff spinOff -> Optional.of(spinOff.spun());
            case CorporateAction.Split _, CorporateAction.CashDividend _, CorporateAction.Redemption _ ->
                Optional.empty();
        };
    }

    private static Instrument listed(OmsState state, InstrumentId id) {
        return state.prices().listed(id);
    }

    /** What comes without a price would leave a fund without a value. */
    private static void requireAlike(OmsState state, Instrument instrument, Instrument other) {
        Require.that(
                instrument.terms().currency().equals(other.terms().currency()),
                () -> other.id() + " must be priced in " + instrument.terms().currency() + " as " + instrument.id()
                        + " is, was in " + other.terms().currency());
        Require.that(
                state.lastPrice(other.id()).isPresent(),
                () -> other.id() + " must have a price before anybody holds it");
    }

    /** An order counts the units of before; whoever keeps it has to say what it is now. */
    private static void requireAtRest(OmsState state, InstrumentId instrument) {
        state.lastOrders()
                .filter(order -> !order.status().isFinal())
                .map(OrderState::order)
                .filter(order -> order.instrument().equals(instrument))
                .findFirst()
                .ifPresent(order -> {
                    throw new IllegalArgumentException("order " + order.orderId() + " must have ended before "
                            + instrument + " counts other units, take it back");
                });
        state.parents().running().stream()
                .filter(parent -> parent.order().instrument().equals(instrument))
                .findFirst()
                .ifPresent(parent -> {
                    throw new IllegalArgumentException(
                            "parent " + parent.order().orderId() + " must have ended before " + instrument
                                    + " counts other units, take it back");
                });
    }

    private static void requireCaughtUp(OmsState state, InstrumentId instrument) {
        for (Stake stake : state.operations().stakes().keySet()) {
            boolean up = state.venues().line(stake.broker()).orElse(LineState.UP) == LineState.UP;
            Require.that(
                    up || !stake.instrument().equals(instrument),
                    () -> "broker " + stake.broker() + ", where " + instrument
                            + " is held, must be caught up with first");
        }
    }

    /** The positions in an instrument, part by part, as they were before. */
    private static final class Positions {

        private final OmsState state;
        private final CorporateAction action;
        private final SortedMap<Stake, Decimal> stakes = new TreeMap<>();
        private final SortedMap<BrokerId, Decimal> foreign = new TreeMap<>();

        Positions(OmsState state, CorporateAction action) {
            this.state = state;
            this.action = action;
            state.venues().brokers().forEach(broker -> {
                Decimal held = state.venues().positions(broker).get(action.instrument());
                if (held != null) {
                    foreign.put(broker, held);
                }
            });
            state.operations().stakes().forEach((stake, held) -> {
                if (stake.instrument().equals(action.instrument())) {
                    stakes.put(stake, held);
                    foreign.merge(stake.broker(), held.negated(), Decimal::plus);
                }
            });
        }

        /** Returns what the positions of each strategy of a fund come to. */
        SortedMap<StrategyId, Units> units(FundId fund) {
            SortedMap<StrategyId, Units> units = new TreeMap<>();
            stakes.forEach((stake, held) -> {
                if (stake.fund().equals(fund)) {
                    units.merge(stake.strategy(), Units.of(action, held), Units::plus);
                }
            });
            return units;
        }

        /**
         * Counts what all parts come to, and what is not ours beside them. Nothing moves before what this returns is run, and that
         * cannot fail.
         *
         * @throws ArithmeticException if nobody can count it
         */
        Runnable moving(@Nullable Instrument other) {
            SortedMap<Stake, Decimal> ofStakes = new TreeMap<>();
            SortedMap<BrokerId, SortedMap<InstrumentId, Decimal>> atBrokers = new TreeMap<>();
            stakes.forEach((stake, held) -> {
                Units units = Units.of(action, held);
                ofStakes.put(stake, units.stays());
                if (other != null && !units.comes().isZero()) {
                    Stake its = new Stake(stake.fund(), other.id(), stake.broker(), stake.strategy());
                    ofStakes.put(its, state.operations().held(its).plus(units.comes()));
                }
                move(atBrokers, stake.broker(), held, units, other);
            });
            foreign.forEach((broker, held) -> move(atBrokers, broker, held, Units.of(action, held), other));
            return () -> {
                ofStakes.forEach(state.operations()::hold);
                atBrokers.forEach((broker, held) ->
                        held.forEach((id, quantity) -> state.venues().hold(broker, id, quantity)));
            };
        }

        private void move(
                SortedMap<BrokerId, SortedMap<InstrumentId, Decimal>> atBrokers,
                BrokerId broker,
                Decimal held,
                Units units,
                @Nullable Instrument other) {
            SortedMap<InstrumentId, Decimal> now = atBrokers.computeIfAbsent(broker, _ -> new TreeMap<>());
            add(now, broker, action.instrument(), units.stays().minus(held));
            if (other != null) {
                add(now, broker, other.id(), units.comes());
            }
        }

        private void add(SortedMap<InstrumentId, Decimal> now, BrokerId broker, InstrumentId id, Decimal more) {
            Decimal before = now.containsKey(id) ? now.get(id) : state.venues().held(broker, id);
            now.put(id, before.plus(more));
        }
    }
}
