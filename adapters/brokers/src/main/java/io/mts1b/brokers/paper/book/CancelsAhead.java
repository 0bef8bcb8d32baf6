package io.mts1b.brokers.paper.book;

/** Whose orders were canceled when less is displayed at a price where one of ours waits, and nothing traded there. */
public enum CancelsAhead {
    /** Those behind ours, as long as there are any: ours moves up by trades alone. */
    NONE,
    /** All alike: what is ahead and what is behind shrink in proportion. */
    PROPORTIONAL,
    /** Those ahead of ours first: the kindest guess. */
    ALL
}
