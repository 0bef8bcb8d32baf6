package io.mts1b.platform.symbology;

/** What kinds of contracts a symbol can name. */
public enum ContractKind {
    /** A share, a fund, or another listed security such as a warrant. */
    SHARE,
    /** One currency or crypto asset for another, at once. */
    SPOT,
    /** A future without an end. */
    PERPETUAL,
    /** A listed future, named by the month of its contract. */
    MONTH_FUTURE,
    /** A future named by the day it expires on. */
    DATED_FUTURE,
    /** An option. */
    OPTION
}
