package io.mts1b.oms.archive;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What a record is found by.
 *
 * @param kind what sort of name it is
 * @param scope among what it is a name of one thing alone; empty if among all
 * @param text the name
 */
public record Name(char kind, String scope, String text) {

    private static final int TAIL = 4;
    private static final long PRIME = 0x9e3779b97f4a7c15L;

    /** Validates. */
    public Name {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Makes a name that is one thing's alone among all.
     *
     * @param kind what sort of name it is
     * @param text the name
     */
    public Name(char kind, String text) {
        this(kind, "", text);
    }

    /** Returns the name that stands in files. */
    static Name of(byte[] bytes) {
        String whole = new String(bytes, StandardCharsets.UTF_8);
        int blank = whole.indexOf(' ');
        return new Name(whole.charAt(0), whole.substring(2, blank), whole.substring(blank + 1));
    }

    /** Returns it as it stands in files; no scope has a blank. */
    byte[] bytes() {
        return (kind + ":" + scope + " " + text).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Returns a hash of 64 bits, which strings remember half of: the text's hash, its last characters, in which numbered names
     * differ, and the finalizer of MurmurHash3, since the low bits choose a slot.
     */
    long hash() {
        long tail = 0;
        for (int i = Math.max(0, text.length() - TAIL); i < text.length(); i++) {
            tail = tail << 16 ^ text.charAt(i);
        }
        long hash = (text.hashCode() * PRIME + tail) * PRIME + scope.hashCode() * 31L + kind;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
