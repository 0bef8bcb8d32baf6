package io.mts1b.brokers.local;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import java.time.Instant;

/**
 * An execution of an order of the account.
 *
 * @param number from 1, one more for each fill of the market
 * @param order of which order
 * @param quantity how much
 * @param price at what price
 * @param fee what it cost, in the currency of the price
 * @param liquidity what it did to the book
 * @param at when, to the microsecond
 */
public record LocalFill(
        long number, LocalOrder order, Quantity quantity, Price price, Money fee, Liquidity liquidity, Instant at) {}
