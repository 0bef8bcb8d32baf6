package io.mts1b.platform.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a process say, in the order they were added.
 *
 * @param up whether all are
 * @param checks each check
 */
public record HealthReport(boolean up, List<Check> checks) {

    /**
     * One check.
     *
     * @param name its name
     * @param up whether all is well
     * @param reason what is wrong, without secrets; null if nothing is
     */
    public record Check(String name, boolean up, @Nullable String reason) {}

    /** Copies. */
    public HealthReport {
        checks = List.copyOf(checks);
    }
}
