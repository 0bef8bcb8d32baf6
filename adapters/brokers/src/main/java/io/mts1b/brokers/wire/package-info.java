/**
 * What the readers of venues' messages share: values of the port out of JSON, or a refusal that says where.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> Pure. What constructors of the house refuse becomes a refusal of the message.
 */
@NullMarked
package io.mts1b.brokers.wire;

import org.jspecify.annotations.NullMarked;
