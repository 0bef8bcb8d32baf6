package io.mts1b.foundation.funds;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.symbology.AssetClass;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.immutables.value.Value;

/**
 * A fund as its operator set it up.
 *
 * @param fund its identity
 * @param name what people call it
 * @param description what it is for; may be empty
 * @param baseCurrency what its value is counted in
 * @param targetNav the capital it is meant to have, in {@code baseCurrency}
 * @param broker who executes for it
 * @param brokerAccountId the account there; empty while there is none
 * @param active whether it may trade
 * @param assetClasses what it may trade; an order outside them is denied
 * @param strategies who may trade for it; an order of another is denied
 * @param taxLotMethod which lots it closes first
 * @param createdAt since when it exists
 * @param notes anything else; may be empty
 */
@Value.Builder
public record FundConfig(
        FundId fund,
        String name,
        String description,
        Currency baseCurrency,
        Money targetNav,
        BrokerId broker,
        String brokerAccountId,
        boolean active,
        List<AssetClass> assetClasses,
        List<StrategyId> strategies,
        TaxLotMethod taxLotMethod,
        Instant createdAt,
        String notes) {

    /** Validates, and copies. */
    public FundConfig {
        Objects.requireNonNull(fund, "fund");
        Require.that(!name.isBlank(), "name must not be blank");
        Require.note("name", name, 100);
        Require.note("description", description, 4_000);
        Objects.requireNonNull(baseCurrency, "baseCurrency");
        Require.that(
                targetNav.currency().equals(baseCurrency) && targetNav.signum() >= 0,
                "targetNav must be zero or more " + baseCurrency + ", was " + targetNav);
        Objects.requireNonNull(broker, "broker");
        Require.note("brokerAccountId", brokerAccountId, 100);
        assetClasses = List.copyOf(assetClasses);
        strategies = List.copyOf(strategies);
        Objects.requireNonNull(taxLotMethod, "taxLotMethod");
        Objects.requireNonNull(createdAt, "createdAt");
        Require.note("notes", notes, 4_000);
    }

    /**
     * Starts a fund.
     *
     * @return a builder with the defaults: active, US dollars, FIFO, no description, account or notes, and
     *     nothing it may trade
     */
    public static FundConfigBuilder builder() {
        return new FundConfigBuilder()
                .description("")
                .baseCurrency(Currency.USD)
                .brokerAccountId("")
                .active(true)
                .taxLotMethod(TaxLotMethod.FIFO)
                .notes("");
    }
}
