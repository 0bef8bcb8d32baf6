package io.mts1b.platform.http;

/** No answer came. The message holds no secret. */
public final class HttpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller can do. */
    public enum Category {
        /** Ask again later; whether the request was carried out is not known. */
        UNKNOWN,
        /** Ask again later; the request was not sent. */
        NOT_SENT,
        /** Nothing: it would fail again. */
        REFUSED
    }

    private final Category category;

    /**
     * Makes one.
     *
     * @param category what the caller can do
     * @param message which request, and what happened
     * @param cause the failure beneath, of which nothing but its type is kept, for its message may hold a secret
     */
    public HttpException(Category category, String message, Throwable cause) {
        this(category, message + " (" + cause.getClass().getSimpleName() + ")");
        setStackTrace(cause.getStackTrace());
    }

    /**
     * Makes one.
     *
     * @param category what the caller can do
     * @param message which request, and what happened
     */
    public HttpException(Category category, String message) {
        super(message);
        this.category = category;
    }

    /**
     * Returns what the caller can do.
     *
     * @return the category
     */
    public Category category() {
        return category;
    }
}
