/**
 * The house in one process: what runs, and the page that shows it.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6.
 */
@NullMarked
package io.mts1b.frontends.up;

import org.jspecify.annotations.NullMarked;
