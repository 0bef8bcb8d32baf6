package io.mts1b.platform.bus;

/** Waiting that an interrupt does not end, but that keeps it for whoever asks next. */
final class Uninterrupted {

    private Uninterrupted() {}

    static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
