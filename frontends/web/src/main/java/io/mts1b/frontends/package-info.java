/**
 * The web application, the HTTP API and the mts command line that start everything.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6.
 */
@NullMarked
package io.mts1b.frontends;

import org.jspecify.annotations.NullMarked;
