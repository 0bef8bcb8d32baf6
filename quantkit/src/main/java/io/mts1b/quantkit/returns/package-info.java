/**
 * From prices to returns and back.
 *
 * <p><b>Contract.</b> Returns are fractions per period (0.01 is one percent), oldest first. NaN in a
 * column means that the value is missing; nothing else may be missing.
 */
@NullMarked
package io.mts1b.quantkit.returns;

import org.jspecify.annotations.NullMarked;
