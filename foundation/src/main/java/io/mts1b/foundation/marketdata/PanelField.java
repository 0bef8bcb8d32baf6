package io.mts1b.foundation.marketdata;

/** A column of a {@link UniversePanel}. */
public enum PanelField {
    /** First price of the bar. */
    OPEN,
    /** Highest price. */
    HIGH,
    /** Lowest price. */
    LOW,
    /** Last price. */
    CLOSE,
    /** Quantity traded. */
    VOLUME
}
