package io.mts1b.foundation.marketdata;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.Objects;

/** What an issuer does to whoever holds its paper. */
public sealed interface CorporateAction {

    /**
     * Returns which one.
     *
     * @return its identity with whoever announced it; no two have the same
     */
    String id();

    /**
     * Returns whose holders it is about.
     *
     * @return the instrument
     */
    InstrumentId instrument();

    /**
     * Returns from when on the instrument trades without it.
     *
     * @return the ex-date's open
     */
    Instant effectiveAt();

    /** Units become more or fewer of the same: a split, a reverse split, a dividend in shares. */
    record Split(String id, InstrumentId instrument, Instant effectiveAt, UnitRatio ratio) implements CorporateAction {

        /** Validates. */
        public Split {
            require(id, instrument, effectiveAt);
            Objects.requireNonNull(ratio, "ratio");
        }
    }

    /** Whoever holds a unit is paid; whoever is short pays. The amount is before taxes. */
    record CashDividend(String id, InstrumentId instrument, Instant effectiveAt, Money perUnit)
            implements CorporateAction {

        /** Validates. */
        public CashDividend {
            require(id, instrument, effectiveAt);
            Require.that(perUnit.signum() > 0, "perUnit must be positive, was " + perUnit);
        }
    }

    /** Units become units of another instrument, with all they cost: a merger for shares, another name. */
    record Conversion(String id, InstrumentId instrument, Instant effectiveAt, UnitRatio ratio, InstrumentId into)
            implements CorporateAction {

        /** Validates. */
        public Conversion {
            require(id, instrument, effectiveAt);
            Objects.requireNonNull(ratio, "ratio");
            requireOther(instrument, "into", into);
        }
    }

    /** Units stay, and others come beside them with a part of the cost, from none of it to nearly all. */
    record SpinOff(
            String id, InstrumentId instrument, Instant effectiveAt, UnitRatio ratio, InstrumentId spun, Rate costShare)
            implements CorporateAction {

        /** Validates. */
        public SpinOff {
            require(id, instrument, effectiveAt);
            Objects.requireNonNull(ratio, "ratio");
            requireOther(instrument, "spun", spun);
            Require.that(
                    costShare.value().signum() >= 0 && costShare.compareTo(Rate.ONE) < 0,
                    "costShare must be from 0 to below 1, was " + costShare);
        }
    }

    /** Units are taken back at a price, zero included: a merger for cash, a final settlement, a bankruptcy. */
    record Redemption(String id, InstrumentId instrument, Instant effectiveAt, Price price) implements CorporateAction {

        /** Validates. */
        public Redemption {
            require(id, instrument, effectiveAt);
            Objects.requireNonNull(price, "price");
        }
    }

    private static void require(String id, InstrumentId instrument, Instant effectiveAt) {
        Require.visible("id", id, 64);
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(effectiveAt, "effectiveAt");
    }

    private static void requireOther(InstrumentId instrument, String name, InstrumentId other) {
        Require.that(!other.equals(instrument), name + " must be another instrument than " + instrument);
    }
}
