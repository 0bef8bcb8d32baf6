package io.mts1b.contracts.house;

/** A house file cannot be used; the message names the file, the line, the key and what was expected. */
public final class HouseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HouseException(String message) {
        super(message);
    }

    HouseException(String message, Throwable cause) {
        super(message, cause);
    }
}
