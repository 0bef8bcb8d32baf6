package io.mts1b.quantkit.indicators;

/** A number of a bar that an indicator may read. */
public enum BarField {
    /** The first price. */
    OPEN,
    /** The highest price. */
    HIGH,
    /** The lowest price. */
    LOW,
    /** The last price. */
    CLOSE,
    /** The quantity traded. */
    VOLUME,
    /** The last price of the benchmark. */
    BENCHMARK;

    boolean isMissing(CurrentBar bar) {
        return Double.isNaN(
                switch (this) {
                    case OPEN -> bar.open;
                    case HIGH -> bar.high;
                    case LOW -> bar.low;
                    case CLOSE -> bar.close;
                    case VOLUME -> bar.volume;
                    case BENCHMARK -> bar.benchmark;
                });
    }
}
