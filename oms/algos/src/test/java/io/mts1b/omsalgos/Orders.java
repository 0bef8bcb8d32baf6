package io.mts1b.omsalgos;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.AlgoInput.Started;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the tests trade. */
final class Orders {

    static final Instant START = Instant.parse("2026-03-02T14:30:00Z");
    static final InstrumentId ACME = InstrumentId.parse("ACME.XNAS");
    static final ContractTerms SHARES =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);

    private Orders() {}

    static Order order(Side side, long quantity, @Nullable String limit) {
        return order(side, Quantity.of(quantity), limit == null ? null : Price.parse(limit));
    }

    static Order order(Side side, Quantity quantity, @Nullable Price limit) {
        return Order.builder()
                .orderId(new OrderId("parent"))
                .idempotencyKey(new IdempotencyKey("parent"))
                .fund(FundId.parse("alpha"))
                .strategy(StrategyId.parse("momentum"))
                .instrument(ACME)
                .side(side)
                .quantity(quantity)
                .type(limit == null ? new OrderType.Market() : new OrderType.Limit(limit))
                .timeInForce(TimeInForce.DAY)
                .broker(BrokerId.parse("paper"))
                .actor(ActorId.parse("trader"))
                .createdAt(START)
                .build();
    }

    static Started buy(long quantity, @Nullable String limit, Algo algo) {
        return start(order(Side.BUY, quantity, limit), algo, ExecutionLimits.NONE);
    }

    static Started start(Order parent, Algo algo, ExecutionLimits limits) {
        return new Started(parent, SHARES, algo, limits, START);
    }

    static Instant after(long seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }

    static AlgoInput tick(long seconds) {
        return new AlgoInput.Ticked(after(seconds));
    }

    static AlgoInput quote(String bid, String ask) {
        return quote(ACME, bid, ask, 1_000);
    }

    static AlgoInput quote(InstrumentId instrument, String bid, String ask, long size) {
        return new AlgoInput.Quoted(
                new Quote(instrument, Price.parse(bid), Price.parse(ask), Quantity.of(size), Quantity.of(size), START));
    }

    static AlgoInput trade(long quantity) {
        return new AlgoInput.Traded(
                new Trade("t", ACME, Price.parse("10"), Quantity.of(quantity), Aggressor.BUYER, START));
    }

    static AlgoInput filled(int child, long quantity) {
        return new AlgoInput.ChildFilled(child, Quantity.of(quantity));
    }
}
