package io.mts1b.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What a handler was handed, for a test to wait for. */
final class Inbox<T> implements Consumer<T> {

    private static final long PATIENCE_SECONDS = 30;

    private final LinkedBlockingQueue<T> arrived = new LinkedBlockingQueue<>();

    @Override
    public void accept(T one) {
        arrived.add(one);
    }

    /** Waits for the next. */
    T take() throws InterruptedException {
        T next = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("arrived in time").isNotNull();
        return next;
    }

    /** Waits for so many. */
    List<T> take(int count) throws InterruptedException {
        List<T> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(take());
        }
        return taken;
    }

    /** Waits for something that follows soon, such as a count. */
    static void until(BooleanSupplier holds) {
        for (long i = 0; !holds.getAsBoolean(); i++) {
            assertThat(i).as("looks").isLessThan(30_000);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Returns what has come so far and was not taken. */
    List<T> rest() {
        return List.copyOf(arrived);
    }
}
