package io.mts1b.oms.api;

import java.util.Objects;

/** Something is not done, and why. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ApiRefusal code;

    RefusedException(ApiRefusal code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    ApiReply.Refused reply() {
        return new ApiReply.Refused(code, String.valueOf(getMessage()));
    }
}
