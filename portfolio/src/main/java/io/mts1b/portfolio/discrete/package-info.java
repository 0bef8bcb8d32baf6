/**
 * Weights turned into whole lots that cash can pay for.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> What is bought never costs more than there is, and a portfolio that cannot be allocated is
 * refused by name. Money is counted exactly; only the wish, a weight, is a real number.
 */
@NullMarked
package io.mts1b.portfolio.discrete;

import org.jspecify.annotations.NullMarked;
