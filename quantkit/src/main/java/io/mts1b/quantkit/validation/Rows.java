package io.mts1b.quantkit.validation;

/**
 * Neighbouring rows.
 *
 * @param first the first of them
 * @param last the last of them, itself one
 */
public record Rows(int first, int last) {

    /** Validates. */
    public Rows {
        if (first < 0 || last < first) {
            throw new IllegalArgumentException(
                    "rows must be from 0 on and not end before they begin, were [" + first + ", " + last + "]");
        }
    }

    /**
     * Returns how many rows there are.
     *
     * @return the number of rows, at least 1
     */
    public int count() {
        return last - first + 1;
    }
}
