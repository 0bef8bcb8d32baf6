package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Trades and their bills, in few words. */
final class Bills {

    private Bills() {}

    static ContractTerms terms(String multiplier, String currency) {
        return new ContractTerms(
                Price.parse("0.01"), Quantity.parse("0.00000001"), Decimal.parse(multiplier), new Currency(currency));
    }

    static Execution trade(
            String currency, Side side, String quantity, String price, Liquidity liquidity, String date) {
        return new Execution(
                terms("1", currency),
                Optional.of(new Currency("BTC")),
                side,
                Quantity.parse(quantity),
                Price.parse(price),
                liquidity,
                LocalDate.parse(date));
    }

    static Execution contract(String multiplier, Side side, String quantity, String price, String date) {
        return new Execution(
                terms(multiplier, "USD"),
                Optional.empty(),
                side,
                Quantity.parse(quantity),
                Price.parse(price),
                Liquidity.TAKER,
                LocalDate.parse(date));
    }

    static Money total(List<FeeLine> lines) {
        return lines.stream().map(FeeLine::amount).reduce(Money::plus).orElseThrow();
    }

    /** What one charge came to. */
    static Money amount(List<FeeLine> lines, String label) {
        return lines.stream()
                .filter(line -> line.label().equals(label))
                .map(FeeLine::amount)
                .findFirst()
                .orElseThrow();
    }
}
