/**
 * Factors: what makes one asset look better than another, computed from panels.
 *
 * <p><b>Floor 2.</b> Sees foundation and {@code statistics}.
 *
 * <p><b>Contract of a factor.</b> It answers with the shape of the panel; each date's scores are
 * standardized across assets; NaN where it knows nothing; and the score of a date depends on nothing after
 * that date, which a test checks by poisoning the future.
 */
@NullMarked
package io.mts1b.quantkit.factors;

import org.jspecify.annotations.NullMarked;
