package io.mts1b.quantkit.options;

/** What becomes of an option when the price reaches a barrier, and on which side of the price that lies. */
public enum Barrier {
    /** Comes to life when the price falls to the barrier. */
    DOWN_AND_IN(false, true),
    /** Comes to life when the price rises to the barrier. */
    UP_AND_IN(true, true),
    /** Ends when the price falls to the barrier. */
    DOWN_AND_OUT(false, false),
    /** Ends when the price rises to the barrier. */
    UP_AND_OUT(true, false);

    private final boolean up;
    private final boolean in;

    Barrier(boolean up, boolean in) {
        this.up = up;
        this.in = in;
    }

    boolean up() {
        return up;
    }

    boolean in() {
        return in;
    }
}
