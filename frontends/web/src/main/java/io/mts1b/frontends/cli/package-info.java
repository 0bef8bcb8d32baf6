/**
 * The command line {@code mts}: where the standard streams, the exit code and the process end.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6. It knows the commands of frontends by name, and those of every other
 * artifact through {@link io.mts1b.platform.service.CommandProvider} alone.
 */
@NullMarked
package io.mts1b.frontends.cli;

import org.jspecify.annotations.NullMarked;
