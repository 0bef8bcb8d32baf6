/**
 * Filings, insider trades, news and sentiment.
 *
 * <p><b>Floor 2.</b> Sees floors 0 to 1.
 */
@NullMarked
package io.mts1b.altdata;

import org.jspecify.annotations.NullMarked;
