/**
 * The seven gates, one class each, and the view of the world they look at.
 *
 * <p><b>Floor 3.</b> Sees foundation.
 *
 * <p><b>Contract.</b> A gate is a pure function of order, view and time. It reports with numbers, and lets
 * pass what lowers a risk even while that risk is above its limit: nobody may be locked into a position.
 */
@NullMarked
package io.mts1b.riskengine.gates;

import org.jspecify.annotations.NullMarked;
