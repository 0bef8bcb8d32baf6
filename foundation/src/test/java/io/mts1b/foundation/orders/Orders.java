package io.mts1b.foundation.orders;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;

/** Orders and fills for tests, made through the production constructors. */
public final class Orders {

    public static final Instant NOON = Instant.parse("2024-05-06T16:00:00Z");

    private Orders() {}

    /** An order that is good as it is; change what the test is about. */
    public static OrderBuilder order() {
        return Order.builder()
                .orderId(new OrderId("o-1"))
                .idempotencyKey(new IdempotencyKey("k-1"))
                .fund(new FundId("alpha"))
                .strategy(new StrategyId("momentum"))
                .instrument(InstrumentId.parse("AAPL.XNAS"))
                .side(Side.BUY)
                .quantity(Quantity.of(100))
                .type(new OrderType.Market())
                .timeInForce(TimeInForce.DAY)
                .broker(new BrokerId("paper"))
                .actor(new ActorId("momentum"))
                .createdAt(NOON);
    }

    public static Fill fill(String id, long quantity, String price) {
        return Fill.builder()
                .fillId(new FillId(id))
                .orderId(new OrderId("o-1"))
                .instrument(InstrumentId.parse("AAPL.XNAS"))
                .side(Side.BUY)
                .quantity(Quantity.of(quantity))
                .price(Price.parse(price))
                .fee(Money.parse("0.35 USD"))
                .liquidity(Liquidity.TAKER)
                .at(NOON)
                .build();
    }
}
