package io.mts1b.platform.json;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * The short way for what is as we write it: no blanks, names in their order, plain ASCII.
 *
 * <p>It gives what {@link FormWriter} and {@link FormReader} give, or nothing: whatever it does not understand, or is
 * refused, goes the long way, which says what is wrong and where. So there is one set of rules, and this is none.
 */
final class Canonical {

    /** Half of what the parser allows, so that nobody need know how the parser counts. */
    static final int MAX_DEPTH = JsonText.MAX_DEPTH / 2;

    private Canonical() {}

    /** Says that the long way must be gone. */
    static final class Unusual extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        /** Makes one without a trace, at which nobody looks. */
        Unusual() {
            super(null, null, false, false);
        }
    }

    /** Writes a value; null if that must be done the long way. */
    static byte @Nullable [] write(Object value) {
        CanonicalOutput out = new CanonicalOutput();
        try {
            Codecs.ANY.write(out, value);
        } catch (RuntimeException e) {
            return null;
        }
        return out.toByteArray();
    }

    /** Reads a value; null if that must be done the long way. */
    static @Nullable Object read(byte[] utf8, Codec codec) {
        if (utf8.length > JsonText.MAX_LENGTH) {
            return null;
        }
        CanonicalInput in = new CanonicalInput(utf8);
        try {
            Object value = codec.read(in);
            return in.isAtEnd() ? value : null;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
