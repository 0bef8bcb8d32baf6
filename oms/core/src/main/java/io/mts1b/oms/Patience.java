package io.mts1b.oms;

import java.time.Duration;

/**
 * How long an answer is waited for: twice as long after each that did not come. A venue that is slow, or that lets itself be
 * asked only so often, would otherwise be asked again before it can answer, more and more, and never be heard.
 */
final class Patience {

    private static final int MOST_DOUBLINGS = 8;

    private int missed;

    Duration of(Duration first) {
        return first.multipliedBy(1L << missed);
    }

    void missed() {
        missed = Math.min(missed + 1, MOST_DOUBLINGS);
    }

    void heard() {
        missed = 0;
    }
}
