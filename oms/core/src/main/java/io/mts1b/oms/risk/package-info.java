/**
 * What the positions of the fold may lose.
 *
 * <p><b>Floor 5.</b> Sees the state and the risk engine's measures.
 *
 * <p><b>Contract.</b> Pure functions of state, history and terms: what is measured is immutable, so that the measuring may be
 * done on another thread than the state's.
 */
@NullMarked
package io.mts1b.oms.risk;

import org.jspecify.annotations.NullMarked;
