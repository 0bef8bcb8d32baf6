package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest.Outcome;
import java.util.concurrent.CountDownLatch;

/** Sums up the numbers that arrive, on one thread, until there are enough. */
final class Arrivals {

    private final int enough;
    private final CountDownLatch done = new CountDownLatch(1);
    private int count;
    private long sum;

    Arrivals(int enough) {
        this.enough = enough;
    }

    void add(long number) {
        sum += number;
        if (++count == enough) {
            done.countDown();
        }
    }

    /** Waits for the last one, and tells what each took since a time of {@link System#nanoTime}. */
    Outcome outcome(long start) throws InterruptedException {
        done.await();
        return Outcome.of((double) (System.nanoTime() - start) / enough, sum);
    }
}
