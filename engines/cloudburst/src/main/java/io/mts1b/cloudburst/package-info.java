/**
 * Running sweeps beyond one machine, within a budget.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3 and, on its own floor, {@code gpubacktester} and {@code datalake}.
 */
@NullMarked
package io.mts1b.cloudburst;

import org.jspecify.annotations.NullMarked;
