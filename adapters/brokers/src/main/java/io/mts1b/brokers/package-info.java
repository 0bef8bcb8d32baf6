/**
 * Order entry at venues: the port in small capabilities, and one package per venue.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> A broker takes an {@link io.mts1b.foundation.risk.ApprovedOrder} and nothing else. A
 * capability a venue lacks is an interface its adapter does not implement. What happened is told to the
 * listener in order, and never decided here.
 */
@NullMarked
package io.mts1b.brokers;

import org.jspecify.annotations.NullMarked;
