package io.mts1b.marketdata.file;

/**
 * What a person may say about files beyond what they show.
 *
 * @param adjusted whether prices are adjusted for splits and dividends where a file says how: open, high
 *     and low are scaled by adjusted close over close
 */
public record BarFileOptions(boolean adjusted) {

    /** Adjusted prices. */
    public static final BarFileOptions DEFAULT = new BarFileOptions(true);
}
