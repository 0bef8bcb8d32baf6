package io.mts1b.foundation.positions;

/** Which open lots a closing trade takes first. */
public enum TaxLotMethod {
    /** The oldest. */
    FIFO,
    /** The newest. */
    LIFO,
    /** Those opened at the highest price. */
    HIFO,
    /** Those opened at the lowest price. */
    LOIFO,
    /** Those named with the trade. */
    SPECID
}
