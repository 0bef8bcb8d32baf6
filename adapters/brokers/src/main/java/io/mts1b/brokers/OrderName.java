package io.mts1b.brokers;

import io.mts1b.foundation.Require;
import org.jspecify.annotations.Nullable;

/**
 * What a venue calls an order: by our name, by its own, or by both.
 *
 * @param ours the name we gave it; null if the venue did not say, or somebody else named it
 * @param venues the venue's own name; null if it did not say
 */
public record OrderName(@Nullable String ours, @Nullable String venues) {

    /** Validates. */
    public OrderName {
        Require.that(ours != null || venues != null, "an order must be named by us or by the venue");
        if (ours != null) {
            Require.visible("ours", ours, 128);
        }
        if (venues != null) {
            Require.visible("venues", venues, 128);
        }
    }

    /**
     * Names an order by our name.
     *
     * @param ours our name
     * @return the name, without the venue's
     */
    public static OrderName of(ClientOrderId ours) {
        return new OrderName(ours.value(), null);
    }

    /**
     * Adds the venue's name.
     *
     * @param venueOrderId what the venue calls it
     * @return both names
     */
    public OrderName at(String venueOrderId) {
        return new OrderName(ours, venueOrderId);
    }
}
