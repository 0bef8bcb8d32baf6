/**
 * What oms offers on the command line.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> Reads journals and never writes them; another process may be writing meanwhile.
 */
@NullMarked
package io.mts1b.oms.commands;

import org.jspecify.annotations.NullMarked;
