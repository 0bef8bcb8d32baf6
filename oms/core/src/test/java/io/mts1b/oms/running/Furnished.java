package io.mts1b.oms.running;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.oms.Desk;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A log, before a service opens it, with one fund of ten millions that trades one instrument at one broker. */
final class Furnished {

    private Furnished() {}

    static void furnish(Path data, BrokerId broker, Instrument instrument, String price, Instant now) {
        try (Oms oms = Desk.open(data.resolve("oms").resolve("journal"), () -> now)) {
            oms.accept(new OmsEvent.FundOpened(
                    FundConfig.builder()
                            .fund(new FundId("alpha"))
                            .name("Alpha")
                            .targetNav(Money.parse("10000000 USD"))
                            .broker(broker)
                            .addAssetClasses(instrument.assetClass())
                            .addStrategies(new StrategyId("momentum"))
                            .createdAt(now)
                            .build(),
                    Money.parse("10000000 USD")));
            oms.accept(new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument)));
            oms.accept(new OmsEvent.EnvelopeSet(
                    RiskEnvelope.builder(Money.parse("10000000 USD"))
                            .envelopeId(new EnvelopeId("alpha"))
                            .fund(new FundId("alpha"))
                            .maxPosition(Rate.parse("0.5"))
                            .maxSector(Rate.ONE)
                            .maxOrderNotional(Money.parse("5000000 USD"))
                            .addAllowedAssetClasses(instrument.assetClass())
                            .createdAt(now)
                            .build(),
                    new ActorId("ops")));
            oms.accept(new OmsEvent.MarketMarked(
                    now.atZone(ZoneOffset.UTC).toLocalDate(),
                    MarketSnapshot.of(now, Map.of(instrument.id(), Price.parse(price)))));
        }
    }

    /** Returns a wish as JSON: to buy, good till canceled. */
    static String buy(Instrument instrument, String quantity, String type) {
        return """
                {"fund":"alpha","strategy":"momentum","instrument":"%s","side":"buy","quantity":"%s","type":%s,\
                "time_in_force":"gtc"}""".formatted(instrument.id(), quantity, type);
    }

    static String limit(String price) {
        return "{\"type\":\"limit\",\"limit\":\"" + price + "\"}";
    }
}
