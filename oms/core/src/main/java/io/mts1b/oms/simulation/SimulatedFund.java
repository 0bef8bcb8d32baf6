package io.mts1b.oms.simulation;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The fund of every simulation: a million dollars, three shares that begin at a hundred dollars. */
final class SimulatedFund {

    static final Instant START = Instant.parse("2024-05-06T14:00:00Z");
    static final FundId FUND = new FundId("simulated");
    static final StrategyId STRATEGY = new StrategyId("chance");
    static final BrokerId BROKER = new BrokerId("venue");
    static final Money CASH = Money.parse("1000000 USD");
    static final Price MARK = Price.parse("100");
    static final long TICKS = 10_000;
    static final ContractTerms TERMS =
            new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
    static final List<InstrumentId> SHARES =
            List.of(InstrumentId.parse("AAA.XNAS"), InstrumentId.parse("BBB.XNAS"), InstrumentId.parse("CCC.XNAS"));

    private SimulatedFund() {}

    static SortedMap<InstrumentId, ContractTerms> listed() {
        SortedMap<InstrumentId, ContractTerms> listed = new TreeMap<>();
        SHARES.forEach(share -> listed.put(share, TERMS));
        return listed;
    }

    /** Returns the last price of a share in ticks. */
    static long ticks(OmsState state, InstrumentId share) {
        return state.lastPrice(share).orElseThrow().toTicks(TERMS.tick());
    }

    /** A quote that passes the stop of what is long, or of what is short, a share or nothing. */
    static Quote quote(RandomGenerator random, OmsState state, Instant at) {
        InstrumentId share = SHARES.get(random.nextInt(SHARES.size()));
        long last = ticks(state, share);
        long ticks = last + (random.nextInt(3) - 1) * last / 5;
        Price bid = Price.ofTicks(ticks, TERMS.tick());
        return new Quote(share, bid, bid.plus(TERMS.tick()), Quantity.of(100), Quantity.of(100), at);
    }

    static List<OmsEvent> setUp(Rate maxPosition) {
        List<OmsEvent> events = new ArrayList<>();
        events.add(new OmsEvent.FundOpened(
                FundConfig.builder()
                        .fund(FUND)
                        .name("Simulated")
                        .targetNav(CASH)
                        .broker(BROKER)
                        .addAssetClasses(AssetClass.EQUITIES)
                        .addStrategies(STRATEGY)
                        .createdAt(START)
                        .build(),
                CASH));
        SortedMap<InstrumentId, Price> marks = new TreeMap<>();
        for (InstrumentId share : SHARES) {
            Instrument instrument = new Instrument.Equity(share, TERMS);
            events.add(new OmsEvent.InstrumentListed(instrument, Classification.unknown(instrument)));
            marks.put(share, MARK);
        }
        events.add(new OmsEvent.EnvelopeSet(
                RiskEnvelope.builder(CASH)
                        .envelopeId(new EnvelopeId("simulated"))
                        .fund(FUND)
                        .maxPosition(maxPosition)
                        .maxSector(Rate.ONE)
                        .enableShorting(true)
                        .createdAt(START)
                        .build(),
                new ActorId("ops")));
        events.add(new OmsEvent.MarketMarked(LocalDate.of(2024, 5, 6), new MarketSnapshot(START, marks)));
        return events;
    }
}
