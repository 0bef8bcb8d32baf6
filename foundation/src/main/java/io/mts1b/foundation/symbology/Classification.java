package io.mts1b.foundation.symbology;

import io.mts1b.foundation.Require;
import java.util.Objects;

/**
 * The groups an instrument counts towards when concentration is limited.
 *
 * @param assetClass its market
 * @param sector its industry, in the taxonomy of whoever supplies it
 * @param country the country of risk, an ISO 3166 code
 */
public record Classification(AssetClass assetClass, String sector, String country) {

    /** What stands for a group nobody has told; it is limited like any other. */
    public static final String UNKNOWN = "unknown";

    /** Validates. */
    public Classification {
        Objects.requireNonNull(assetClass, "assetClass");
        Require.visible("sector", sector, 64);
        Require.visible("country", country, 16);
    }

    /**
     * Returns the groups of an instrument that nobody has classified.
     *
     * @param instrument the instrument
     * @return its asset class, and {@value #UNKNOWN} for the rest
     */
    public static Classification unknown(Instrument instrument) {
        return new Classification(instrument.assetClass(), UNKNOWN, UNKNOWN);
    }
}
