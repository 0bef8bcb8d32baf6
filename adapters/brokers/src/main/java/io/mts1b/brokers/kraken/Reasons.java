package io.mts1b.brokers.kraken;

import io.mts1b.brokers.VenueMessage;

/** Texts that others wrote, made fit for the port. */
final class Reasons {

    private Reasons() {}

    /** Cuts a text at the port's limit, and blanks what is no character to be shown. */
    static String cut(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(VenueMessage.MAX_REASON / 2)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
