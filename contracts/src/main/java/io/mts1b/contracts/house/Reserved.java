package io.mts1b.contracts.house;

import java.util.List;

/**
 * A type that one room alone may make or extend.
 *
 * @param type the binary name
 * @param only the packages that may
 * @param reason why nobody else may
 */
public record Reserved(String type, List<String> only, String reason) {

    /** Copies. */
    public Reserved {
        only = List.copyOf(only);
    }
}
