package io.mts1b.foundation.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Price;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that can be traded. The family is closed: a {@code switch} over it needs no default, and a
 * new kind does not compile until everybody has said what it means to them.
 */
public sealed interface Instrument {

    /**
     * Returns the identity.
     *
     * @return symbol and venue
     */
    InstrumentId id();

    /**
     * Returns how it is priced and counted.
     *
     * @return tick, lot, multiplier and currency
     */
    ContractTerms terms();

    /**
     * Returns the market it belongs to.
     *
     * @return the asset class
     */
    AssetClass assetClass();

    /**
     * Returns when it stops to exist.
     *
     * @return the instant of expiry or settlement; empty for what has none
     */
    default Optional<Instant> expiresAt() {
        return Optional.empty();
    }

    /** A share, a fund or an index that is traded like one. */
    record Equity(InstrumentId id, ContractTerms terms) implements Instrument {

        /** Validates. */
        public Equity {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.EQUITIES;
        }
    }

    /** The right to buy or sell the underlying at the strike. */
    record Option(
            InstrumentId id,
            ContractTerms terms,
            InstrumentId underlying,
            OptionRight right,
            Price strike,
            ExerciseStyle style,
            Instant expiry)
            implements Instrument {

        /** Validates. */
        public Option {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(underlying, "underlying");
            Objects.requireNonNull(right, "right");
            Objects.requireNonNull(strike, "strike");
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(expiry, "expiry");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.OPTIONS;
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(expiry);
        }
    }

    /** A dated future; {@code root} names the family its contracts roll through, such as {@code ES}. */
    record Future(InstrumentId id, ContractTerms terms, Symbol root, Instant expiry) implements Instrument {

        /** Validates. */
        public Future {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(root, "root");
            Objects.requireNonNull(expiry, "expiry");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.FUTURES;
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(expiry);
        }
    }

    /** One currency priced in another. */
    record FxPair(InstrumentId id, ContractTerms terms, Currency base) implements Instrument {

        /** Validates. */
        public FxPair {
            Objects.requireNonNull(id, "id");
            requirePair(base, terms);
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.FX;
        }
    }

    /** A crypto asset priced in a currency, delivered at once. */
    record CryptoSpot(InstrumentId id, ContractTerms terms, Currency base) implements Instrument {

        /** Validates. */
        public CryptoSpot {
            Objects.requireNonNull(id, "id");
            requirePair(base, terms);
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.CRYPTO;
        }
    }

    /** A future without an end, tied to its underlying by funding payments. */
    record Perpetual(InstrumentId id, ContractTerms terms, Currency base, SettlementModel settlement)
            implements Instrument {

        /** Validates. */
        public Perpetual {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
            Objects.requireNonNull(base, "base");
            Objects.requireNonNull(settlement, "settlement");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.CRYPTO;
        }
    }

    /** One selection of one market of one sporting event, such as the home side to win. */
    record SportsOutcome(InstrumentId id, ContractTerms terms, String event, String selection, Instant startsAt)
            implements Instrument {

        /** Validates. */
        public SportsOutcome {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
            Require.note("event", event, 256);
            Require.note("selection", selection, 256);
            Objects.requireNonNull(startsAt, "startsAt");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.SPORTS;
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(startsAt);
        }
    }

    /** A claim that pays one if the event resolves to the outcome, else zero. */
    record EventContract(InstrumentId id, ContractTerms terms, String event, String outcome, Instant expiry)
            implements Instrument {

        /** Validates. */
        public EventContract {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(terms, "terms");
            Require.note("event", event, 256);
            Require.note("outcome", outcome, 256);
            Objects.requireNonNull(expiry, "expiry");
        }

        @Override
        public AssetClass assetClass() {
            return AssetClass.PREDICTION;
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(expiry);
        }
    }

    private static void requirePair(Currency base, ContractTerms terms) {
        Require.that(!base.equals(terms.currency()), "base must differ from the quote currency, was " + base);
    }
}
