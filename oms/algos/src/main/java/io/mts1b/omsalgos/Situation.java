package io.mts1b.omsalgos;

import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that a tactic may look at, and what holds for all of them: which prices and sizes may go. A tactic changes nothing
 * here. Confined to one thread.
 */
final class Situation {

    private final AlgoInput.Started start;
    private final Children children;
    private final Market market;
    private Instant now;
    private @Nullable Price limit;

    Situation(AlgoInput.Started start, Duration lookback) {
        this.start = start;
        children = new Children(start.parent().quantity());
        market = new Market(lookback);
        now = start.at();
        limit = start.parent().type().limitPrice().orElse(null);
    }

    /** All of it but how it started. */
    record Form(
            Children.Form children,
            Market.Form market,
            Instant now,
            @Nullable Price limit) {}

    Form form() {
        return new Form(children.form(), market.form(), now, limit);
    }

    void restore(Form form) {
        children.restore(form.children());
        market.restore(form.market());
        now = form.now();
        limit = form.limit();
    }

    Order parent() {
        return start.parent();
    }

    ContractTerms terms() {
        return start.terms();
    }

    Children children() {
        return children;
    }

    Market market() {
        return market;
    }

    Instant now() {
        return now;
    }

    Instant startedAt() {
        return start.at();
    }

    Duration elapsed() {
        return Duration.between(start.at(), now);
    }

    Instant end() {
        return start.at().plus(start.algo().horizon());
    }

    /** A clock that goes back is not believed. */
    void tick(Instant at) {
        now = at.isAfter(now) ? at : now;
        market.tick(now);
    }

    @Nullable Price limit() {
        return limit;
    }

    void limit(@Nullable Price other) {
        limit = other;
    }

    boolean isBuying() {
        return parent().side().sign() > 0;
    }

    /** Tells whether the parent's limit lets a price be paid. */
    boolean isWithin(Price price) {
        return limit == null || (isBuying() ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0);
    }

    /** Returns how a child is priced now; null without a quote, or if it would have to take beyond the limit. */
    @Nullable OrderType priced(ChildType type) {
        return switch (type) {
            case LIMIT -> waiting();
            case MARKETABLE_LIMIT -> taking(parent().instrument());
        };
    }

    private @Nullable OrderType waiting() {
        Quote quote = market.quote(parent().instrument());
        if (quote == null) {
            return null;
        }
        Price near = isBuying() ? quote.bid() : quote.ask();
        return new OrderType.Limit(onTick(limit == null || isWithin(near) ? near : limit, !isBuying()));
    }

    /** Returns how a child takes what a venue shows; null if nothing is known or it is beyond the limit. */
    @Nullable OrderType taking(InstrumentId instrument) {
        Price far = far(instrument);
        return far == null || !isWithin(far) ? null : new OrderType.MarketableLimit(onTick(far, isBuying()));
    }

    /** Returns the best price of the other side. */
    @Nullable Price far(InstrumentId instrument) {
        Quote quote = market.quote(instrument);
        return quote == null ? null : isBuying() ? quote.ask() : quote.bid();
    }

    /** Returns what is shown at that price and we are not taking already. */
    Decimal displayed(InstrumentId instrument) {
        Quote quote = market.quote(instrument);
        if (quote == null) {
            return Decimal.ZERO;
        }
        Quantity size = isBuying() ? quote.askSize() : quote.bidSize();
        return size.value().minus(market.taken(instrument)).max(Decimal.ZERO);
    }

    private Price onTick(Price price, boolean up) {
        Decimal tick = terms().tick().value();
        return new Price(
                tick.times(price.value().wholeMultiples(tick, up ? RoundingMode.CEILING : RoundingMode.FLOOR)));
    }

    /**
     * Returns how much of a wish may go: whole lots, within what is left and the participation, and not below the smallest
     * child unless it is all that is left while nothing is open.
     */
    Quantity allowed(Decimal wanted) {
        Quantity left = children.left();
        Decimal room = start.limits()
                .most(market.volume(), children.ordered().value())
                .minus(children.committed().value());
        Quantity size = terms().wholeLots(wanted.min(left.value()).min(room).max(Decimal.ZERO));
        boolean isRest = size.equals(terms().wholeLots(left.value())) && !children.hasOpen();
        return isRest || size.compareTo(start.limits().leastChild()) >= 0 ? size : Quantity.ZERO;
    }

    /** Returns the smallest child that may go while more is to come. */
    Decimal least() {
        return start.limits().leastChild().value().max(terms().lot().value());
    }

    /** Returns how long resting children stay: as long as the parent. */
    TimeInForce resting() {
        return parent().timeInForce();
    }

    int mostRejections() {
        return start.limits().mostRejections();
    }
}
