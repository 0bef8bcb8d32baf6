package io.mts1b.omsalgos.analysis;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mean prices of what a market traded. */
public final class MarketPrices {

    private static final int PLACES = 8;
    private static final int NANO_PLACES = 9;

    private MarketPrices() {}

    /**
     * Returns the mean by volume of the trades in a time.
     *
     * @param trades the trades of the market, oldest first
     * @param from where the time begins
     * @param to where it ends, exclusive
     * @return turnover over volume, to {@value #PLACES} decimals; empty if nothing was traded
     */
    public static Optional<Price> vwap(List<Trade> trades, Instant from, Instant to) {
        requireOrder(trades, from, to);
        BigDecimal turnover = BigDecimal.ZERO;
        BigDecimal volume = BigDecimal.ZERO;
        for (Trade trade : trades) {
            if (!trade.at().isBefore(from) && trade.at().isBefore(to)) {
                BigDecimal quantity = trade.quantity().value().toBigDecimal();
                turnover = turnover.add(trade.price().value().toBigDecimal().multiply(quantity));
                volume = volume.add(quantity);
            }
        }
        return volume.signum() == 0 ? Optional.empty() : Optional.of(quotient(turnover, volume));
    }

    /**
     * Returns the mean by time of the last price, from the first trade on if there is none before the time.
     *
     * @param trades the trades of the market, oldest first; the last before the time gives the price at its start
     * @param from where the time begins
     * @param to where it ends, exclusive
     * @return the mean, to {@value #PLACES} decimals; empty if there is no trade before the end
     */
    public static Optional<Price> twap(List<Trade> trades, Instant from, Instant to) {
        requireOrder(trades, from, to);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal time = BigDecimal.ZERO;
        for (int i = 0; i < trades.size() && trades.get(i).at().isBefore(to); i++) {
            Instant next = i + 1 < trades.size() ? trades.get(i + 1).at() : to;
            Instant since =
                    trades.get(i).at().isBefore(from) ? from : trades.get(i).at();
            Instant until = next.isBefore(to) ? next : to;
            if (until.isAfter(since)) {
                BigDecimal seconds = seconds(Duration.between(since, until));
                sum = sum.add(trades.get(i).price().value().toBigDecimal().multiply(seconds));
                time = time.add(seconds);
            }
        }
        return time.signum() == 0 ? Optional.empty() : Optional.of(quotient(sum, time));
    }

    private static void requireOrder(List<Trade> trades, Instant from, Instant to) {
        Require.that(from.isBefore(to), "from must be before to " + to + ", was " + from);
        for (int i = 1; i < trades.size(); i++) {
            Require.that(
                    !trades.get(i).at().isBefore(trades.get(i - 1).at()),
                    "trades must be in the order of time, were not at index " + i);
        }
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), NANO_PLACES));
    }

    private static Price quotient(BigDecimal sum, BigDecimal weight) {
        return new Price(Decimal.of(sum.divide(weight, PLACES, RoundingMode.HALF_EVEN)));
    }
}
