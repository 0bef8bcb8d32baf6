/**
 * Interactive Brokers by its settings: what a process opens to trade there, on paper or live, and to look whether it could.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1.
 *
 * <p><b>Contract.</b> The gateway is on this machine in any case, so on paper the account itself must say that it is on paper.
 * Nothing that can send an order is opened live before somebody has typed that it may.
 */
@NullMarked
package io.mts1b.brokers.ibkr.session;

import org.jspecify.annotations.NullMarked;
