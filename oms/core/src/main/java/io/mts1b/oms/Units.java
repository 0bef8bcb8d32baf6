package io.mts1b.oms;

import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Decimal;

/**
 * What a corporate action leaves of a position, which its parts at the venues add up to.
 *
 * @param stays how much of the same instrument is held then
 * @param comes how much of the other instrument comes; zero if there is none
 */
record Units(Decimal stays, Decimal comes) {

    static final Units NONE = new Units(Decimal.ZERO, Decimal.ZERO);

    /** Returns what becomes of a part of a position. */
    static Units of(CorporateAction action, Decimal held) {
        return switch (action) {
            case CorporateAction.Split split -> new Units(split.ratio().times(held), Decimal.ZERO);
            case CorporateAction.CashDividend _ -> new Units(held, Decimal.ZERO);
            case CorporateAction.Conversion conversion ->
                new Units(Decimal.ZERO, conversion.ratio().times(held));
            case CorporateAction.SpinOff spinOff ->
                new Units(held, spinOff.ratio().times(held));
            case CorporateAction.Redemption _ -> NONE;
        };
    }

    Units plus(Units other) {
        return new Units(stays.plus(other.stays), comes.plus(other.comes));
    }
}
