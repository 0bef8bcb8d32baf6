/**
 * How brokers are set up: the section {@code brokers} of the configuration, and the checks of what stands there.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Paper and live differ in one field, {@code mode}. No broker sends an order to a live venue before
 * somebody has typed that it may.
 */
@NullMarked
package io.mts1b.brokers.setup;

import org.jspecify.annotations.NullMarked;
