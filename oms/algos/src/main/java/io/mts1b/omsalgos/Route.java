package io.mts1b.omsalgos;

import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.Objects;

/**
 * A venue that an order may be sent to.
 *
 * @param instrument the parent's symbol at the venue
 * @param takerFee what the venue charges per unit for taking, in the price's currency; negative for a rebate
 */
public record Route(InstrumentId instrument, Price takerFee) {

    /** Validates. */
    public Route {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(takerFee, "takerFee");
    }
}
