package io.mts1b.oms;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where operators say what only a person can know. Each word names the difference as it was seen, and is refused if it is
 * another one by now, if the venue is not caught up with, or if it does not fit the difference.
 *
 * <p>Confined to the writer's thread.
 */
public final class WordsDesk {

    /** The orders of foreign fills and orders are called so, then as their broker, and as the venue calls them. */
    private static final String ADOPTED = "adopted-";

    private static final int LONGEST = 64;

    private final Recorder recorder;
    private final Runnable acknowledge;

    /**
     * Whose something is.
     *
     * @param fund the fund
     * @param strategy one of its strategies
     */
    public record Owner(FundId fund, StrategyId strategy) {}

    WordsDesk(Recorder recorder, Runnable acknowledge) {
        this.recorder = recorder;
        this.acknowledge = acknowledge;
    }

    /**
     * Takes something foreign into a fund: a fill, an order with what it has traded, or a position.
     *
     * @param broker where it is
     * @param seen the difference: a foreign fill, a foreign order or positions that differ
     * @param owner whose it is
     * @param price at which a position came; null for a fill or an order, which have their own
     * @param actor who says so
     * @param reason why, in words
     * @throws IllegalArgumentException if that cannot be; nothing is in the log then
     */
    public void adopt(
            BrokerId broker, Difference seen, Owner owner, @Nullable Price price, ActorId actor, String reason) {
        requireStanding(broker, seen);
        FundConfig fund = recorder.state()
                .fund(owner.fund)
                .orElseThrow(() -> new IllegalArgumentException("fund " + owner.fund + " must be open"));
        Require.that(
                fund.strategies().contains(owner.strategy),
                "strategy must be of fund " + owner.fund + ", was " + owner.strategy);
        Require.that(
                (price != null) == (seen instanceof Difference.PositionDiffers),
                "price must be given for a position, and for nothing else");
        OperatorWord.Voice voice = new OperatorWord.Voice(actor, reason, recorder.now());
        switch (seen) {
            case Difference.ForeignFill(VenueFill fill) -> {
                Side side = side(owner.fund, fill.instrument(), fill.buys());
                book(broker, seen, owner, free(fill, broker).of(orderId(broker, fill.order()), side), voice);
            }
            case Difference.PositionDiffers differs ->
                book(
                        broker,
                        seen,
                        owner,
                        correction(broker, differs, owner, Require.present(price, "price"), voice),
                        voice);
            case Difference.ForeignOrder(VenueOrder order) -> adopt(broker, seen, owner, order, voice);
            default -> throw new IllegalArgumentException("what is adopted must be foreign, was " + seen.key());
        }
        acknowledge.run();
    }

    private void book(BrokerId broker, Difference seen, Owner owner, Fill fill, OperatorWord.Voice voice) {
        say(new OperatorWord.Booked(broker, seen.key(), owner.fund, owner.strategy, fill, voice));
    }

    private Fill correction(
            BrokerId broker, Difference.PositionDiffers differs, Owner owner, Price price, OperatorWord.Voice voice) {
        InstrumentId instrument = differs.instrument();
        Decimal more = differs.theirs().minus(differs.ours());
        String name = "correction-" + broker + "-" + voice.at().toEpochMilli();
        return Fill.builder()
                .fillId(new FillId(name + "-" + instrument))
                .orderId(new OrderId(name))
                .instrument(instrument)
                .side(side(owner.fund, instrument, more.signum() > 0))
                .quantity(new Quantity(more.abs()))
                .price(price)
                .fee(Money.zero(recorder.state()
                        .instrument(instrument)
                        .orElseThrow(() -> new IllegalArgumentException("instrument " + instrument + " must be listed"))
                        .terms()
                        .currency()))
                .liquidity(Liquidity.TAKER)
                .at(voice.at())
                .build();
    }

    private void adopt(BrokerId broker, Difference seen, Owner owner, VenueOrder told, OperatorWord.Voice voice) {
        OrderType type = Require.present(told.type(), "order must be of a type that is ours; it can only be disowned");
        OrderId id = orderId(broker, told.name());
        Order order = Order.builder()
                .orderId(id)
                .idempotencyKey(new IdempotencyKey(id.value()))
                .fund(owner.fund)
                .strategy(owner.strategy)
                .instrument(told.instrument())
                .side(side(owner.fund, told.instrument(), told.buys()))
                .quantity(told.ordered())
                .type(type)
                .timeInForce(TimeInForce.GTC)
                .broker(broker)
                .actor(voice.actor())
                .thesis("adopted: " + voice.reason())
                .createdAt(voice.at())
                .build();
        String venues = told.name().venues();
        String name = venues == null ? String.valueOf(told.name().ours()) : venues;
        say(new OperatorWord.Adopted(
                broker, seen.key(), order, name, told.name().ours(), voice));
        // Its fills were somebody else's until now.
        for (Difference other :
                List.copyOf(recorder.state().venues().differences(broker).values())) {
            boolean its = other instanceof Difference.ForeignFill(VenueFill fill)
                    && recorder.state()
                            .venues()
                            .order(broker, fill.order())
                            .filter(id::equals)
                            .isPresent();
            if (its && other instanceof Difference.ForeignFill(VenueFill fill)) {
                recorder.record(new OrderEvent.Filled(free(fill, broker).of(id, order.side())));
                recorder.record(
                        new OmsEvent.DifferenceEnded(broker, other.key(), "its order was adopted", recorder.now()));
            }
        }
    }

    /**
     * Says that something foreign is not ours, or that what a venue tells of an order that has ended is not so: the venue may tell
     * it on, and it is no doubt any more.
     *
     * @param broker where it is
     * @param seen the difference: a foreign fill, a foreign order, positions that differ, or what is doubtful about an order
     * @param actor who says so
     * @param reason why, in words
     * @throws IllegalArgumentException if that cannot be; nothing is in the log then
     */
    public void disown(BrokerId broker, Difference seen, ActorId actor, String reason) {
        requireStanding(broker, seen);
        Decimal quantity = switch (seen) {
            case Difference.ForeignFill(VenueFill fill) ->
                fill.buys() ? fill.quantity().value() : fill.quantity().value().negated();
            case Difference.ForeignOrder _ -> Decimal.ZERO;
            case Difference.PositionDiffers differs -> differs.theirs().minus(differs.ours());
            default -> {
                OrderId order = doubtful(seen);
                Require.that(
                        order != null && isOver(order),
                        () -> "what is disowned must be foreign, or told of an order that has ended, was "
                                + seen.key());
                yield Decimal.ZERO;
            }
        };
        say(new OperatorWord.Disowned(
                broker,
                seen.key(),
                seen.instrument(),
                quantity,
                new OperatorWord.Voice(actor, reason, recorder.now())));
        acknowledge.run();
    }

    /**
     * Says that an order is dead, with what it has traded, which its venue took and no longer knows or tells impossible things of.
     *
     * @param broker where it was
     * @param seen the difference: a forgotten order, or what is doubtful about one
     * @param actor who says so
     * @param reason why, in words
     * @throws IllegalArgumentException if that cannot be; nothing is in the log then
     */
    public void declareDead(BrokerId broker, Difference seen, ActorId actor, String reason) {
        requireStanding(broker, seen);
        OrderId order = Require.present(
                doubtful(seen), () -> "what is declared dead must be an order in doubt, was " + seen.key());
        Require.that(!isOver(order), () -> "order " + order + " must not have ended; what is told of it is disowned");
        say(new OperatorWord.DeclaredDead(
                broker, seen.key(), order, new OperatorWord.Voice(actor, reason, recorder.now())));
        acknowledge.run();
    }

    /** Returns the order that a difference makes doubtful; null if it is about something else. */
    private static @Nullable OrderId doubtful(Difference seen) {
        return switch (seen) {
            case Difference.Forgotten forgotten -> forgotten.order();
            case Difference.Contradiction contradiction -> contradiction.order();
            case Difference.FillsMissing missing -> missing.order();
            case Difference.EndUnconfirmed unconfirmed -> unconfirmed.order();
            case Difference.ForeignOrder _,
                    Difference.ForeignFill _,
                    Difference.StillWorking _,
                    Difference.PositionDiffers _,
                    Difference.FillInferred _,
                    Difference.BustedUnseen _ -> null;
        };
    }

    private boolean isOver(OrderId order) {
        return recorder.state().order(order).orElseThrow().status().isFinal();
    }

    private void say(OperatorWord word) {
        recorder.record(new OmsEvent.OperatorRuled(word));
    }

    private void requireStanding(BrokerId broker, Difference seen) {
        VenueRecords venues = recorder.state().venues();
        Difference stands = venues.differences(broker).get(seen.key());
        Require.that(
                seen.equals(stands),
                "difference must be as it stands, " + (stands == null ? "which it does not" : stands) + ", was "
                        + seen);
        Require.that(
                venues.line(broker).orElse(LineState.UP) == LineState.UP,
                "broker " + broker + " must be caught up with before something is said of it");
    }

    private Side side(FundId fund, InstrumentId instrument, boolean buys) {
        Decimal held = recorder.state().positions(fund).getOrDefault(instrument, Decimal.ZERO);
        return buys ? Side.toBuy(held) : Side.toSell(held);
    }

    /** Another broker may have told a fill of that name since. */
    private VenueFill free(VenueFill fill, BrokerId broker) {
        return fill.called(FillNames.free(fill.fillId(), broker, recorder.state()));
    }

    /** Returns what an order of somebody else is called once it is ours. */
    static OrderId orderId(BrokerId broker, OrderName name) {
        String venues = name.venues();
        String its = broker + "-" + (venues == null ? String.valueOf(name.ours()) : venues);
        String id = ADOPTED + its;
        return new OrderId(
                id.length() <= LONGEST ? id : ADOPTED + FillNames.digest(its).substring(0, LONGEST - ADOPTED.length()));
    }
}
