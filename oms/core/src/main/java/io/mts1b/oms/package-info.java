/**
 * The order management system: state is a fold over one log.
 *
 * <p><b>Floor 5.</b> Sees floors 0 to 4.
 *
 * <p><b>Contract.</b> What comes in is journaled before it acts. Nothing goes to a venue before its intent is
 * durable. A restart is a replay: the same log gives the same {@link io.mts1b.oms.OmsState#hash() state
 * hash}, and whoever does again what was done before changes nothing.
 */
@NullMarked
package io.mts1b.oms;

import org.jspecify.annotations.NullMarked;
