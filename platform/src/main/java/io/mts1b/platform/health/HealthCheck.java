package io.mts1b.platform.health;

/** Looks whether one thing works. */
@FunctionalInterface
public interface HealthCheck {

    /**
     * Looks.
     *
     * @return what it found
     * @throws Exception if it cannot be told, which is as bad as down
     */
    Health check() throws Exception;
}
