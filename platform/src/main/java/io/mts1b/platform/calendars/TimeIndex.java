package io.mts1b.platform.calendars;

/**
 * Sorted instants that can be counted up to any instant without a search: a table tells how many lie before
 * each day, and a day holds only a few.
 */
final class TimeIndex {

    private static final long NANOS_A_DAY = 86_400_000_000_000L;

    private final long[] times;
    private final long firstDay;
    private final int[] before;

    /**
     * Indexes some instants.
     *
     * @param times epoch nanoseconds, ascending, not empty; kept
     */
    TimeIndex(long[] times) {
        this.times = times;
        this.firstDay = day(times[0]);
        this.before = new int[Math.toIntExact(day(times[times.length - 1]) - firstDay + 1)];
        int counted = 0;
        for (int i = 0; i < before.length; i++) {
            while (day(times[counted]) < firstDay + i) {
                counted++;
            }
            before[i] = counted;
        }
    }

    /**
     * Counts.
     *
     * @param epochNanos an instant
     * @return how many of the instants are not after it
     */
    int rank(long epochNanos) {
        long row = day(epochNanos) - firstDay;
        if (row < 0) {
            return 0;
        }
        if (row >= before.length) {
            return times.length;
        }
        int rank = before[(int) row];
        while (rank < times.length && times[rank] <= epochNanos) {
            rank++;
        }
        return rank;
    }

    /**
     * Returns one of the instants.
     *
     * @param rank which, from 0
     * @return epoch nanoseconds
     */
    long get(int rank) {
        return times[rank];
    }

    /**
     * Returns how many there are.
     *
     * @return the number of instants
     */
    int size() {
        return times.length;
    }

    private static long day(long epochNanos) {
        return Math.floorDiv(epochNanos, NANOS_A_DAY);
    }
}
