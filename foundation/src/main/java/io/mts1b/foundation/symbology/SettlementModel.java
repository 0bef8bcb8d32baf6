package io.mts1b.foundation.symbology;

/** What the profit of a derivative is paid in. */
public enum SettlementModel {
    /** In the quote currency, in proportion to the price change. */
    LINEAR,
    /** In the base currency, in proportion to the change of the inverse price. */
    INVERSE,
    /** In a third currency at a fixed rate. */
    QUANTO
}
