package io.mts1b.riskengine.halts;

/** A release whose second signature was checked. Only {@link Cosigners} makes one. */
public final class SignedRelease {

    private final HaltRelease release;

    SignedRelease(HaltRelease release) {
        this.release = release;
    }

    /**
     * Returns what was signed.
     *
     * @return the release
     */
    public HaltRelease release() {
        return release;
    }

    @Override
    public String toString() {
        return "SignedRelease[" + release + "]";
    }
}
