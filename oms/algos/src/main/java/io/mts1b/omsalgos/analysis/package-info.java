/**
 * What an order cost, against what it could have: transaction cost analysis.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> Pure functions. Money is exact, in the decimals a ledger keeps; positive is lost.
 */
@NullMarked
package io.mts1b.omsalgos.analysis;

import org.jspecify.annotations.NullMarked;
