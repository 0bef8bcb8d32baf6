/**
 * Brokers that speak FIX: 4.2, 4.4 and 5.0SP2, over sessions of QuickFIX/J.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> What differs between versions stands in {@link io.mts1b.brokers.fix.FixVersion}, and QuickFIX/J behind
 * {@link io.mts1b.brokers.fix.FixLine}. A command of ours goes out once: when the counterparty asks for a lost one again, the
 * gap is filled, and the order is asked about. A message that contradicts itself is unreadable, and never guessed at.
 */
@NullMarked
package io.mts1b.brokers.fix;

import org.jspecify.annotations.NullMarked;
