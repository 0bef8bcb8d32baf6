package io.mts1b.platform.bus;

/**
 * A stream has kept an event.
 *
 * @param sequence where in the stream it stands, from 1
 * @param isDuplicate whether it stood there before
 */
public record Receipt(long sequence, boolean isDuplicate) {}
