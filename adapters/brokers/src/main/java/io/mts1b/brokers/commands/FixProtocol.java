package io.mts1b.brokers.commands;

import io.mts1b.brokers.fix.FixDecoder;
import java.time.Instant;

/** FIX of any version; the kind of a message is its version, such as {@code 4.4}. */
final class FixProtocol implements Protocol {

    @Override
    public String broker() {
        return "fix";
    }

    @Override
    public Decoded decode(String kind, byte[] message, Instant received) {
        FixDecoder.Decoded said = FixDecoder.decode(message, kind);
        Decoded decoded = Decoded.of(broker(), kind, said.says());
        decoded.orders().addAll(said.orders());
        decoded.news().addAll(said.news());
        decoded.facts().putAll(said.facts());
        return decoded;
    }
}
