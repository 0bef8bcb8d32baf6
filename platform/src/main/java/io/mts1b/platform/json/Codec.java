package io.mts1b.platform.json;

import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one form the short way. Thread-safe. */
abstract class Codec {

    private static final byte[] NULL = CanonicalOutput.ascii("null");

    /** Writes a value; throws whatever it wants if the long way must be gone. */
    abstract void write(CanonicalOutput out, Object value);

    /** Reads a value; throws whatever it wants if the long way must be gone. */
    abstract Object read(CanonicalInput in);

    /** Tells whether null is allowed in the place of a value. */
    boolean mayBeNull() {
        return false;
    }

    final void writeNullable(CanonicalOutput out, @Nullable Object value) {
        if (value != null) {
            write(out, value);
        } else if (mayBeNull()) {
            out.raw(NULL, 0);
        } else {
            throw new Canonical.Unusual();
        }
    }

    final @Nullable Object readNullable(CanonicalInput in) {
        return mayBeNull() && in.skip(NULL, 0) ? null : read(in);
    }
}
