/**
 * The service {@code oms}: the writer with its log, its brokers, what operators and clients ask of it, and what it tells.
 *
 * <p><b>Floor 5.</b> Sees the rest of this artifact, and floors 0 to 4.
 *
 * <p><b>Contract.</b> The one producer of the stable subjects of orders and fills, after they are durable.
 */
@NullMarked
package io.mts1b.oms.running;

import org.jspecify.annotations.NullMarked;
