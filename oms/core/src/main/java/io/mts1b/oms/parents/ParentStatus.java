package io.mts1b.oms.parents;

/** How it goes with a parent. */
public enum ParentStatus {
    /** Its algo works it. */
    WORKING,
    /** Its children are taken back, and none is made until it is resumed. */
    PAUSED,
    /** None is made any more, and the venue has not said what became of all. */
    ENDING,
    /** It is over. */
    ENDED
}
