package io.mts1b.brokers.setup;

import java.util.Objects;

/**
 * What came of one check of a broker.
 *
 * @param name what was looked at
 * @param passed whether it is as it should be
 * @param detail what was found, without secrets
 */
public record Check(String name, boolean passed, String detail) {

    /** Validates. */
    public Check {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(detail, "detail");
    }
}
