package io.mts1b.foundation.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.AssetClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RiskEnvelopeTest {

    @Test
    void has_the_defaults_of_the_house() {
        RiskEnvelope envelope = good().build();

        assertThat(envelope)
                .isEqualTo(new RiskEnvelope(
                        new EnvelopeId("alpha"),
                        new FundId("alpha"),
                        Money.parse("250000 USD"),
                        Rate.parse("1.0"),
                        Rate.parse("1.0"),
                        Rate.parse("0.05"),
                        null,
                        Rate.parse("0.30"),
                        Rate.parse("1.0"),
                        Rate.parse("1.0"),
                        Rate.parse("0.03"),
                        Rate.parse("0.08"),
                        Rate.parse("0.15"),
                        Money.parse("100000 USD"),
                        null,
                        List.of(),
                        List.of(OrderType.Kind.MARKET, OrderType.Kind.LIMIT),
                        List.of(AssetClass.EQUITIES),
                        false,
                        Rate.ofBps(200),
                        false,
                        true,
                        Rate.parse("0.10"),
                        false,
                        Rate.parse("0.85"),
                        Duration.ofSeconds(5),
                        false,
                        null,
                        null,
                        SelfTradeGuard.OFF,
                        null,
                        null,
                        null,
                        null,
                        1,
                        Instant.EPOCH,
                        ""));
    }

    @Test
    void refuses_limits_out_of_range() {
        refuses(b -> b.nav(Money.parse("0 USD")), "nav must be positive, was 0 USD");
        refuses(b -> b.maxGrossExposure(Rate.parse("5.01")), "maxGrossExposure must be in [0, 5], was 5.01");
        refuses(b -> b.maxGrossExposure(Rate.parse("-1")), "maxGrossExposure must be in [0, 5], was -1");
        refuses(b -> b.maxNetExposure(Rate.parse("6")), "maxNetExposure must be in [0, 5], was 6");
        refuses(b -> b.maxPosition(Rate.ZERO), "maxPosition must be positive, was 0");
        refuses(b -> b.maxPosition(Rate.parse("1.1")), "maxPosition must be in [0, 1], was 1.1");
        refuses(b -> b.maxPositionValue(Money.parse("-1 USD")), "maxPositionValue must be positive USD, was -1 USD");
        refuses(b -> b.maxSector(Rate.ZERO), "maxSector must be positive, was 0");
        refuses(b -> b.maxAssetClass(Rate.ZERO), "maxAssetClass must be positive, was 0");
        refuses(b -> b.maxCountry(Rate.ZERO), "maxCountry must be positive, was 0");
        refuses(b -> b.dailyLossHalt(Rate.ZERO), "dailyLossHalt must be positive, was 0");
        refuses(b -> b.weeklyLossHalt(Rate.parse("1.5")), "weeklyLossHalt must be in [0, 1], was 1.5");
        refuses(b -> b.monthlyLossHalt(Rate.ZERO), "monthlyLossHalt must be positive, was 0");
        refuses(b -> b.maxOrderNotional(Money.parse("5 EUR")), "maxOrderNotional must be positive USD, was 5 EUR");
        refuses(b -> b.maxOrderQuantity(Quantity.ZERO), "maxOrderQuantity must be positive, was 0");
        refuses(b -> b.maxShortFee(Rate.parse("-0.1")), "maxShortFee must be in [0, 5], was -0.1");
        refuses(b -> b.syntheticStop(Rate.ZERO), "syntheticStop must be positive, was 0");
        refuses(b -> b.croVetoConfidence(Rate.parse("2")), "croVetoConfidence must be in [0, 1], was 2");
        refuses(b -> b.croVetoTimeout(Duration.ZERO), "croVetoTimeout must be positive, was PT0S");
        refuses(b -> b.maxPriceDistance(Rate.ZERO), "maxPriceDistance must be positive, was 0");
        refuses(b -> b.maxPriceAge(Duration.ZERO), "maxPriceAge must be positive, was PT0S");
        refuses(b -> b.maxOrdersPerSecond(0), "maxOrdersPerSecond must be at least 1, was 0");
        refuses(b -> b.maxStrategyOrdersPerSecond(-1), "maxStrategyOrdersPerSecond must be at least 1, was -1");
        refuses(b -> b.maxCancelRatio(Rate.parse("1.1")), "maxCancelRatio must be in [0, 1], was 1.1");
        refuses(b -> b.maxCancelRatio(Rate.ZERO), "maxCancelRatio must be positive, was 0");
        refuses(b -> b.maxOpenOrders(0), "maxOpenOrders must be at least 1, was 0");
        refuses(b -> b.version(0), "version must be at least 1, was 0");
    }

    private static RiskEnvelopeBuilder good() {
        return RiskEnvelope.builder(Money.parse("250000 USD"))
                .envelopeId(new EnvelopeId("alpha"))
                .fund(new FundId("alpha"))
                .createdAt(Instant.EPOCH);
    }

    private static void refuses(UnaryOperator<RiskEnvelopeBuilder> change, String message) {
        assertThatThrownBy(() -> change.apply(good()).build()).hasMessage(message);
    }
}
