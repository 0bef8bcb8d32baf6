/**
 * Universe filters: which assets may be held on which date.
 *
 * <p><b>Floor 2.</b> Sees foundation alone.
 *
 * <p><b>Contract of a filter.</b> It answers with the shape of the panel; an asset that nothing is known of is out; the
 * answer of a date depends on nothing after it. Where a figure has to pass a bar there are two: a higher one to come in
 * and a lower one to stay, so that an asset near the bar is not bought and sold every day.
 */
@NullMarked
package io.mts1b.quantkit.universefilters;

import org.jspecify.annotations.NullMarked;
