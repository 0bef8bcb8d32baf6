package io.mts1b.oms.codec;

/** Bytes are not what they must be. */
public final class CodecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says that something else was expected.
     *
     * @param position where, in bytes
     * @param expected what should begin there
     * @param was what is there
     */
    public CodecException(int position, String expected, Object was) {
        super("byte " + position + " must begin " + expected + ", was " + was);
    }

    /**
     * Says that what was read cannot be.
     *
     * @param position where it ended, in bytes
     * @param cause why not
     */
    public CodecException(int position, Throwable cause) {
        super("before byte " + position + ": " + cause.getMessage(), cause);
    }
}
