package com.acme.fund;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.rebalancing.PlannedTrade;
import io.mts1b.portfolio.rebalancing.Rebalance;
import io.mts1b.portfolio.sizing.SizedTarget;
import io.mts1b.portfolio.sizing.TargetSizer;
import io.mts1b.quantkit.allocation.HierarchicalRiskParity;
import io.mts1b.quantkit.allocation.Weights;
import io.mts1b.quantkit.clustering.LeafOrder;
import io.mts1b.quantkit.clustering.LinkageMethod;
import io.mts1b.quantkit.returns.Returns;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A fund that holds its instruments so that each carries its share of the risk. */
public final class RiskParityFund {

    private static final FundId FUND = new FundId("acme");
    private static final StrategyId STRATEGY = new StrategyId("risk-parity");

    private final List<Instrument> instruments;

    /**
     * Founds the fund.
     *
     * @param instruments what it may hold
     */
    public RiskParityFund(List<Instrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /**
     * Lists the trades that lead from what is held to equal shares of the risk.
     *
     * @param histories the prices of each instrument, in their order, oldest first
     * @param market the prices to trade at
     * @param nav what the fund is worth
     * @param held the quantities held now
     * @return the trades, sales before purchases, in whole lots
     */
    public List<PlannedTrade> rebalance(
            double[][] histories, MarketSnapshot market, Money nav, SortedMap<InstrumentId, Decimal> held) {
        // Statistics are doubles, and end here: from the sizing on, every number is exact.
        Weights weights = new HierarchicalRiskParity(LinkageMethod.SINGLE, LeafOrder.OPTIMAL)
                .allocate(Returns.simple(histories))
                .weights();
        TargetSizer sizer = new TargetSizer(nav, market, this::find);
        SortedMap<InstrumentId, Decimal> wanted = new TreeMap<>();
        for (int i = 0; i < instruments.size(); i++) {
            InstrumentId id = instruments.get(i).id();
            TargetWeight target = new TargetWeight(FUND, STRATEGY, id, weights.get(i), market.at());
            // Without a default: a new kind of answer would not compile until it is dealt with here.
            switch (sizer.size(target)) {
                case SizedTarget.Sized(var position) -> wanted.put(id, position.quantity());
                case SizedTarget.Refused refused ->
                    throw new IllegalArgumentException(id + " cannot be sized: " + refused.reason());
            }
        }
        return Rebalance.plan(held, wanted);
    }

    private Optional<Instrument> find(InstrumentId id) {
        return instruments.stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
