/**
 * A broker that speaks FIX, as the configuration has it.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Goes live only after somebody has typed that it may.
 */
@NullMarked
package io.mts1b.brokers.fix.session;

import org.jspecify.annotations.NullMarked;
