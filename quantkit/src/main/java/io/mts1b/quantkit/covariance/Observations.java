package io.mts1b.quantkit.covariance;

/** Which rows of a ragged panel an estimate is made of. Without missing values all choices agree. */
public enum Observations {

    /**
     * The rows in which no asset is missing. Every entry is estimated from the same rows, so the matrix is
     * positive semidefinite; a young asset shortens the history of all.
     */
    COMPLETE,

    /**
     * For each pair the rows in which both are present, as {@code DataFrame.cov} of pandas does. Nothing is
     * thrown away, but the matrix need not be positive semidefinite.
     */
    PAIRWISE
}
