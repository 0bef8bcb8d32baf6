package io.mts1b.foundation.orders;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;

/**
 * The port through which a simulated venue asks what trading costs; the models are quantkit's.
 *
 * <p>It stands here because a broker adapter and quantkit live on one floor and do not see each other.
 * Implementations are immutable and thread-safe.
 */
public interface TradingCosts {

    /**
     * Returns what is charged for one execution.
     *
     * @param terms how the instrument is counted
     * @param quantity how much was traded
     * @param price at what price
     * @return the charge in the instrument's currency, negative for a rebate
     */
    Money charge(ContractTerms terms, Quantity quantity, Price price);

    /**
     * Returns the price an order gets that takes what the market offers.
     *
     * @param reference the price without its impact
     * @param side the side of the order
     * @param tick the price step, positive
     * @return a price that is not better than {@code reference}, a whole number of ticks away from it
     */
    Price worsen(Price reference, Side side, Price tick);
}
