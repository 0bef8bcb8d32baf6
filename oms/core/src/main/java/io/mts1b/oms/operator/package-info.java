/**
 * What an operator types to act on an order management system that runs.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> Nothing is asked before the operator has typed what is meant, and exit codes tell what came of it.
 */
@NullMarked
package io.mts1b.oms.operator;

import org.jspecify.annotations.NullMarked;
