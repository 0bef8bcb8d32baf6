package io.mts1b.oms;

/** What we know over the line to a venue. */
public enum LineState {
    /** Nothing new. */
    DOWN,
    /** What happens now; what happened meanwhile is being asked. */
    CATCHING_UP,
    /** Everything. */
    UP
}
