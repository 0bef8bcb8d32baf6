/**
 * Kraken: its signatures, what its messages say, and an adapter for its spot market.
 *
 * <p><b>Floor 2.</b> Sees floors 0 and 1, and the port in {@code io.mts1b.brokers}.
 *
 * <p><b>Contract.</b> What is read is read to the digit and to the letter, or refused with a {@link
 * io.mts1b.platform.json.JsonException}; an order type, a status or an asset that is not known is never guessed.
 * Secrets are {@link io.mts1b.platform.security.Secret} and stand in no text. Symbols are those of {@code
 * platform.symbology}.
 */
@NullMarked
package io.mts1b.brokers.kraken;

import org.jspecify.annotations.NullMarked;
