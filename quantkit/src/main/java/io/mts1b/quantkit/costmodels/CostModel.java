package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TradingCosts;
import io.mts1b.foundation.symbology.ContractTerms;
import java.util.Objects;

/**
 * All that trading one kind of instrument with one broker costs.
 *
 * @param commission what the broker charges
 * @param slippage how much worse than the reference price orders trade
 */
public record CostModel(Commission commission, Slippage slippage) implements TradingCosts {

    /** Validates. */
    public CostModel {
        Objects.requireNonNull(commission, "commission");
        Objects.requireNonNull(slippage, "slippage");
    }

    /**
     * Returns the model of a retail broker for US shares: half a cent a share, at least a dollar and at
     * most one percent of the trade, two basis points of slippage.
     *
     * <p>The commission is the fixed price list of Interactive Brokers for US stocks as published in 2024;
     * the slippage is an assumption.
     *
     * @return the model
     */
    public static CostModel usShares() {
        return new CostModel(
                new Commission.PerUnit(Money.parse("0.005 USD"), Money.parse("1 USD"), Rate.parse("0.01")),
                new Slippage.OfPrice(Rate.ofBps(2)));
    }

    @Override
    public Money charge(ContractTerms terms, Quantity quantity, Price price) {
        return commission.charge(terms, quantity, price);
    }

    @Override
    public Price worsen(Price reference, Side side, Price tick) {
        return slippage.worsen(reference, side, tick);
    }
}
