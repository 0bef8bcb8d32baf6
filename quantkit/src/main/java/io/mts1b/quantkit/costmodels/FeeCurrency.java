package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import java.util.Objects;

/** What fees are paid in. */
public sealed interface FeeCurrency {

    /**
     * One currency, which instruments must be quoted in.
     *
     * @param currency the currency
     */
    record Fixed(Currency currency) implements FeeCurrency {

        /** Validates. */
        public Fixed {
            Objects.requireNonNull(currency, "currency");
        }

        @Override
        public Currency of(Execution execution) {
            Currency quoted = execution.terms().currency();
            Require.that(quoted.equals(currency), "instrument must be quoted in " + currency + ", was in " + quoted);
            return currency;
        }
    }

    /** Whatever the instrument is quoted in. */
    record Quote() implements FeeCurrency {

        @Override
        public Currency of(Execution execution) {
            return execution.terms().currency();
        }
    }

    /** What the trade brings in: the base asset when buying, the quote currency when selling. */
    record Received() implements FeeCurrency {

        @Override
        public Currency of(Execution execution) {
            return execution.isBuy()
                    ? Require.present(
                            execution.base().orElse(null), "base must be given to a buyer who pays in it, was not")
                    : execution.terms().currency();
        }
    }

    /**
     * Returns the currency of the fees on an execution.
     *
     * @param execution the execution
     * @return the currency
     * @throws IllegalArgumentException if the instrument is quoted in another currency, or its base asset is not known
     */
    Currency of(Execution execution);
}
