package io.mts1b.platform.clock;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clock of the machine: what stands at the edge of the house, where programs start. */
public final class WallClock {

    private WallClock() {}

    /**
     * Returns the machine's clock.
     *
     * @return a thread-safe source of the current instant; it may step backwards when the machine is
     *     set, and its resolution is the system's
     */
    public static InstantSource source() {
        return InstantSource.system();
    }

    /**
     * Returns a clock to measure how long something took.
     *
     * @return a thread-safe clock that only goes forward, in nanoseconds from anywhere
     */
    public static LongSupplier elapsed() {
        return System::nanoTime;
    }
}
