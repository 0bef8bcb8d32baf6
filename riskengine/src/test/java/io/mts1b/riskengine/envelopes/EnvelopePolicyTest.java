package io.mts1b.riskengine.envelopes;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.risk.RiskEnvelopeBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EnvelopePolicyTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final FundId FUND = new FundId("alpha");
    private static final ActorId OPS = new ActorId("ops");
    private static final HaltRequest FIRM = new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", OPS, NOW);
    private static final HaltRequest MINE = new HaltRequest(HaltSeverity.FUND_HALT, FUND, null, "drill", OPS, NOW);
    private static final HaltRequest STRATEGY =
            new HaltRequest(HaltSeverity.STRATEGY_HALT, FUND, new StrategyId("carry"), "drill", OPS, NOW);
    private static final HaltRequest OTHERS =
            new HaltRequest(HaltSeverity.FUND_HALT, new FundId("beta"), null, "drill", OPS, NOW);

    @Test
    void versions_rise_and_say_why() {
        assertThatCode(() -> EnvelopePolicy.require(Optional.empty(), next(b -> b.notes("")), List.of()))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(b -> b.version(9))).doesNotThrowAnyException();
        refuses(b -> b.version(3), "version must be above 3, was 3");
        refuses(b -> b.notes(" "), "notes must say why version 4 was made");
        refuses(
                b -> b.createdAt(NOW.minusSeconds(1)),
                "createdAt must not be before 2024-05-06T16:00:00Z, was 2024-05-06T15:59:59Z");
        refuses(b -> b.fund(new FundId("beta")), "envelope must be alpha of alpha, was alpha of beta");
        refuses(
                b -> b.nav(Money.parse("1 EUR")).maxOrderNotional(Money.parse("1 EUR")),
                "nav must be in USD, was 1 EUR");
    }

    @Test
    void nothing_becomes_looser_during_a_halt() {
        UnaryOperator<RiskEnvelopeBuilder> looser =
                b -> b.maxPosition(Rate.parse("0.06")).enableShorting(true).maxSector(Rate.parse("0.1"));
        String message = "limits must not be loosened during a halt (drill), would be: maxPosition, enableShorting";

        for (HaltRequest halt : List.of(FIRM, MINE, STRATEGY)) {
            assertThatThrownBy(() -> require(looser, OTHERS, halt)).hasMessage(message);
            assertThatCode(() -> require(b -> b.maxPosition(Rate.parse("0.04")), halt))
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> require(looser, OTHERS)).doesNotThrowAnyException();
    }

    private static void refuses(UnaryOperator<RiskEnvelopeBuilder> change, String message) {
        assertThatThrownBy(() -> require(change)).hasMessage(message);
    }

    private static void require(UnaryOperator<RiskEnvelopeBuilder> change, HaltRequest... halts) {
        EnvelopePolicy.require(Optional.of(next(b -> b.version(3).notes(""))), next(change), List.of(halts));
    }

    private static RiskEnvelope next(UnaryOperator<RiskEnvelopeBuilder> change) {
        return change.apply(RiskEnvelope.builder(Money.parse("1000000 USD"))
                        .envelopeId(new EnvelopeId("alpha"))
                        .fund(FUND)
                        .createdAt(NOW)
                        .version(4)
                        .notes("quarterly review"))
                .build();
    }
}
