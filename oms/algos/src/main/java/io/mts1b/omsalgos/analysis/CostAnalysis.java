package io.mts1b.omsalgos.analysis;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one order cost, in money and to the ledger's last decimal; positive is lost, negative gained.
 *
 * <p>The parts are those of {@link io.mts1b.quantkit.execution.ImplementationShortfall}, which estimates them in
 * {@code double}: with the price {@code d} at the decision, {@code a} on arrival and {@code c} at the end,
 * {@code delay = side filled (a - d)}, {@code execution = side (sum of q p - filled a)},
 * {@code opportunity = side (quantity - filled) (c - d)}. Reference: A. F. Perold, "The Implementation Shortfall: Paper
 * versus Reality", Journal of Portfolio Management 14(3), 1988, 4-9; delay apart as in W. H. Wagner and M. Edwards, "Best
 * Execution", Financial Analysts Journal 49(1), 1993, 65-71.
 *
 * @param quantity how much was wanted
 * @param filled how much was traded
 * @param averagePrice the mean price of the fills to 8 decimals; null without one
 * @param delay lost between decision and arrival, on what was traded
 * @param execution lost against the arrival, on what was traded
 * @param opportunity lost because not all was traded
 * @param fees paid, less rebates
 * @param total the sum of the four
 * @param totalBps the total in basis points of the whole order at the price of the decision, to 4 decimals; null where that
 *     is worth nothing
 * @param comparisons what the fills cost against each benchmark that is known, in the order of {@link Benchmark}
 */
public record CostAnalysis(
        Quantity quantity,
        Quantity filled,
        @Nullable Price averagePrice,
        Money delay,
        Money execution,
        Money opportunity,
        Money fees,
        Money total,
        @Nullable Decimal totalBps,
        List<Comparison> comparisons) {

    private static final int PRICE_PLACES = 8;
    private static final int BPS_PLACES = 4;
    private static final BigDecimal BPS = BigDecimal.valueOf(10_000);

    /** Copies. */
    public CostAnalysis {
        comparisons = List.copyOf(comparisons);
    }

    /**
     * What the fills cost against one price.
     *
     * @param benchmark which
     * @param price its price
     * @param cost the fills' value less theirs at that price, for the side of the order
     * @param bps the cost in basis points of their value at that price, to 4 decimals; null without fills or value
     */
    public record Comparison(
            Benchmark benchmark,
            Price price,
            Money cost,
            @Nullable Decimal bps) {}

    /**
     * Analyses an order against its own prices.
     *
     * @param result the order
     * @return what it cost, against arrival and close
     */
    public static CostAnalysis of(ParentResult result) {
        return of(result, null, null);
    }

    /**
     * Analyses an order.
     *
     * @param result the order
     * @param vwap the price by volume of the market while it was worked; null if unknown
     * @param twap the price by time of the market while it was worked; null if unknown
     * @return what it cost
     * @throws IllegalArgumentException if a fee is in another currency than the price
     * @throws ArithmeticException if an amount does not fit
     */
    public static CostAnalysis of(ParentResult result, @Nullable Price vwap, @Nullable Price twap) {
        ContractTerms terms = result.terms();
        Quantity filled = result.filled();
        Quantity unfilled = result.quantity().minus(filled);
        Money delay = terms.value(result.arrival().minus(result.decision()), result.signed(filled));
        Money execution = against(result, result.arrival());
        Price close = result.close();
        Money opportunity = close == null
                ? Money.zero(terms.currency())
                : terms.value(close.minus(result.decision()), result.signed(unfilled));
        Money fees = Money.zero(terms.currency());
        for (Fill fill : result.fills()) {
            fees = fees.plus(fill.fee());
        }
        Money total = delay.plus(execution).plus(opportunity).plus(fees);
        return new CostAnalysis(
                result.quantity(),
                filled,
                average(result, filled),
                delay,
                execution,
                opportunity,
                fees,
                total,
                bps(total, terms.value(result.decision(), result.quantity().value())),
                comparisons(result, filled, vwap, twap));
    }

    /** Returns what the fills cost against a price. */
    private static Money against(ParentResult result, Price price) {
        Money sum = Money.zero(result.terms().currency());
        for (Fill fill : result.fills()) {
            sum = sum.plus(result.terms().value(fill.price().minus(price), fill.signedQuantity()));
        }
        return sum;
    }

    private static List<Comparison> comparisons(
            ParentResult result, Quantity filled, @Nullable Price vwap, @Nullable Price twap) {
        Map<Benchmark, Price> prices = new EnumMap<>(Benchmark.class);
        prices.put(Benchmark.ARRIVAL, result.arrival());
        Price close = result.close();
        if (close != null) {
            prices.put(Benchmark.CLOSE, close);
        }
        if (vwap != null) {
            prices.put(Benchmark.VWAP, vwap);
        }
        if (twap != null) {
            prices.put(Benchmark.TWAP, twap);
        }
        List<Comparison> comparisons = new ArrayList<>();
        prices.forEach((benchmark, price) -> {
            Money cost = against(result, price);
            comparisons.add(new Comparison(
                    benchmark, price, cost, bps(cost, result.terms().value(price, filled.value()))));
        });
        return comparisons;
    }

    private static @Nullable Price average(ParentResult result, Quantity filled) {
        if (filled.isZero()) {
            return null;
        }
        BigDecimal turnover = BigDecimal.ZERO;
        for (Fill fill : result.fills()) {
            turnover = turnover.add(fill.price()
                    .value()
                    .toBigDecimal()
                    .multiply(fill.quantity().value().toBigDecimal()));
        }
        return new Price(
                Decimal.of(turnover.divide(filled.value().toBigDecimal(), PRICE_PLACES, RoundingMode.HALF_EVEN)));
    }

    private static @Nullable Decimal bps(Money cost, Money value) {
        return value.signum() == 0
                ? null
                : Decimal.of(cost.amount()
                        .toBigDecimal()
                        .multiply(BPS)
                        .divide(value.abs().amount().toBigDecimal(), BPS_PLACES, RoundingMode.HALF_EVEN));
    }
}
