package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a symbol says, whoever spells it. Two contracts are equal if and only if their canonical symbols are.
 *
 * <p>Its terms (tick, multiplier, expiry to the minute) are not in a symbol: those are foundation's
 * {@link io.mts1b.foundation.symbology.Instrument}. Immutable.
 */
public sealed interface Contract extends TextValue {

    /**
     * Reads a canonical symbol.
     *
     * @param symbol such as {@code BRK.B}, {@code ES-202409} or {@code BTC-USD_BTC-PERP}
     * @return the contract
     * @throws IllegalArgumentException if it is none
     */
    static Contract parse(String symbol) {
        return CanonicalText.parse(symbol);
    }

    /**
     * Reads what the symbol of an instrument says.
     *
     * @param id the instrument
     * @return the contract
     * @throws IllegalArgumentException if its symbol is not canonical
     */
    static Contract of(InstrumentId id) {
        return parse(id.symbol().value());
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    ContractKind kind();

    /**
     * Returns the canonical symbol.
     *
     * @return a symbol that {@link #parse} reads back to an equal contract
     */
    default Symbol symbol() {
        return new Symbol(toString());
    }

    /**
     * Returns the identity of this contract at a venue.
     *
     * @param venue where it is traded
     * @return canonical symbol and venue
     */
    default InstrumentId at(Venue venue) {
        return new InstrumentId(symbol(), venue);
    }

    /**
     * Returns the market it belongs to.
     *
     * @return the asset class; of a pair FX where both sides are money that a state issues, else crypto
     */
    default AssetClass assetClass() {
        return switch (this) {
            case Share _ -> AssetClass.EQUITIES;
            case Spot spot -> Assets.house().isFx(spot.base, spot.quote) ? AssetClass.FX : AssetClass.CRYPTO;
            case Perpetual _ -> AssetClass.CRYPTO;
            case MonthFuture _, DatedFuture _ -> AssetClass.FUTURES;
            case Option _ -> AssetClass.OPTIONS;
        };
    }

    /**
     * A listed security.
     *
     * @param root up to 7 letters and then up to 2 digits, or up to 6 digits and then perhaps a letter, as in Asia
     * @param shareClass a class by its letter, {@code U} or {@code UN} for units, {@code WS} for warrants (perhaps with a
     *     letter), {@code RT} for rights, {@code PR} for preferred shares (perhaps with a letter); null if there is none
     */
    record Share(String root, @Nullable String shareClass) implements Contract {

        private static final Pattern ROOT = Pattern.compile("[A-Z]{1,7}[0-9]{0,2}|[0-9]{1,6}[A-Z]?");
        private static final Pattern CLASS = Pattern.compile("[A-Z]|UN|RT|WS[A-Z]?|PR[A-Z]?");

        /** Validates. */
        public Share {
            Require.that(
                    ROOT.matcher(root).matches(),
                    "share must be up to 7 letters and 2 digits, or up to 6 digits and a letter, was '" + root + "'");
            Require.that(
                    shareClass == null || CLASS.matcher(shareClass).matches(),
                    "share class must be a letter, UN, RT, WS or PR with or without a letter, was '" + shareClass
                            + "'");
        }

        @Override
        public ContractKind kind() {
            return ContractKind.SHARE;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return shareClass == null ? root : root + "." + shareClass;
        }
    }

    /** One currency or crypto asset for another, at once. */
    record Spot(Currency base, Currency quote) implements Contract {

        /** Validates. */
        public Spot {
            CanonicalText.requirePair(base, quote);
        }

        @Override
        public ContractKind kind() {
            return ContractKind.SPOT;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return base + "-" + quote;
        }
    }

    /** A future on a pair, without an end. */
    record Perpetual(Underlying.Pair underlying) implements Contract {

        /** Validates. */
        public Perpetual {
            Objects.requireNonNull(underlying, "underlying");
        }

        @Override
        public ContractKind kind() {
            return ContractKind.PERPETUAL;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return underlying + "-PERP";
        }
    }

    /**
     * A listed future.
     *
     * @param root its family
     * @param month the month in its name, which need not be the one it expires in; 2000 to 2099
     */
    record MonthFuture(Underlying.Root root, YearMonth month) implements Contract {

        /** Validates. */
        public MonthFuture {
            Objects.requireNonNull(root, "root");
            CanonicalText.requireYear("month", month.getYear());
        }

        @Override
        public ContractKind kind() {
            return ContractKind.MONTH_FUTURE;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return root + "-" + CanonicalText.MONTH.format(month);
        }
    }

    /**
     * A future named by its last day.
     *
     * @param underlying what it is on
     * @param expiry the day it expires on, by the venue's clock; 2000 to 2099
     */
    record DatedFuture(Underlying underlying, LocalDate expiry) implements Contract {

        /** Validates. */
        public DatedFuture {
            Objects.requireNonNull(underlying, "underlying");
            CanonicalText.requireYear("expiry", expiry.getYear());
        }

        @Override
        public ContractKind kind() {
            return ContractKind.DATED_FUTURE;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return underlying + "-" + CanonicalText.DAY.format(expiry);
        }
    }

    /**
     * An option.
     *
     * @param underlying what it is on
     * @param expiry the day it expires on, by the venue's clock; 2000 to 2099
     * @param strike positive, at most 12 characters long
     * @param right call or put
     */
    record Option(Underlying underlying, LocalDate expiry, Decimal strike, OptionRight right) implements Contract {

        private static final int LONGEST_STRIKE = 12;

        /** Validates. */
        public Option {
            Objects.requireNonNull(underlying, "underlying");
            Objects.requireNonNull(right, "right");
            CanonicalText.requireYear("expiry", expiry.getYear());
            Require.that(
                    strike.signum() > 0 && strike.toString().length() <= LONGEST_STRIKE,
                    "strike must be positive and at most " + LONGEST_STRIKE + " characters long, was " + strike);
        }

        @Override
        public ContractKind kind() {
            return ContractKind.OPTION;
        }

        /** Returns the canonical symbol. */
        @Override
        public String toString() {
            return underlying + "-" + CanonicalText.DAY.format(expiry) + "-" + strike + "-"
                    + (right == OptionRight.CALL ? "C" : "P");
        }
    }
}
