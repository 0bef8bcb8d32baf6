/**
 * Funds, ledger, NAV, allocation between sleeves, tax lots, accounts and virtual funds.
 *
 * <p><b>Floor 6.</b> Sees floors 0 to 5.
 */
@NullMarked
package io.mts1b.treasury;

import org.jspecify.annotations.NullMarked;
