package io.mts1b.oms.api;

/** Why something was refused, and so what to do. */
public enum ApiRefusal {
    /** It is not what can be asked: correct it. */
    MALFORMED(400),
    /** Nobody knows who asks: send a token that is known. */
    UNAUTHENTICATED(401),
    /** Who asks may not do that: ask for the permission. */
    FORBIDDEN(403),
    /** There is none, or none that may be seen. */
    NOT_FOUND(404),
    /** It can be asked, but not like this. */
    METHOD_NOT_ALLOWED(405),
    /** It does not fit what stands: look at it. */
    CONFLICT(409),
    /** It is too long. */
    TOO_LARGE(413),
    /** It is no JSON. */
    UNSUPPORTED_MEDIA_TYPE(415),
    /** It is understood and cannot be: an unknown fund, an order that cannot be linked. */
    UNPROCESSABLE(422),
    /** Something broke. Whether it was done is known after a restart; the same key and wish may be sent again then. */
    FAILED(500),
    /** Too much is asked, and nothing of this was done: ask again in a while. */
    BUSY(503),
    /** It is ending, and nothing of this was done. */
    CLOSED(503);

    private final int status;

    ApiRefusal(int status) {
        this.status = status;
    }

    /** Returns the status of HTTP. */
    int status() {
        return status;
    }
}
