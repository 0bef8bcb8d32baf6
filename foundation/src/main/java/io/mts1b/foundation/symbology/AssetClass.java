package io.mts1b.foundation.symbology;

/** The markets the house trades; envelopes and funds are scoped by them. */
public enum AssetClass {
    /** Shares and funds listed on an exchange. */
    EQUITIES,
    /** Options on anything listed. */
    OPTIONS,
    /** Currency pairs. */
    FX,
    /** Dated futures. */
    FUTURES,
    /** Crypto assets, spot and perpetual. */
    CRYPTO,
    /** Event contracts that settle at zero or one. */
    PREDICTION,
    /** Outcomes of sporting events at a price in decimal odds. */
    SPORTS
}
