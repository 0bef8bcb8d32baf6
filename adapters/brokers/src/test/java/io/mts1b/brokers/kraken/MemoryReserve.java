package io.mts1b.brokers.kraken;

/** Nonces that are reserved for as long as a test takes. */
public final class MemoryReserve implements Nonces.Reserve {

    private long upTo;

    @Override
    public long reserved() {
        return upTo;
    }

    @Override
    public void reserve(long to) {
        upTo = to;
    }
}
