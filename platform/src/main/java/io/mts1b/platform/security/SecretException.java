package io.mts1b.platform.security;

/** A secret that cannot be had, or key material that cannot be used. The message holds none of it. */
public final class SecretException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message which secret, from where, and why not
     */
    public SecretException(String message) {
        super(message);
    }

    /**
     * Makes one that was caused by another failure.
     *
     * @param message which secret, from where, and why not
     * @param cause the failure
     */
    public SecretException(String message, Throwable cause) {
        super(message, cause);
    }
}
