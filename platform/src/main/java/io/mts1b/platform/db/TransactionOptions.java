package io.mts1b.platform.db;

/**
 * How a transaction runs.
 *
 * @param isolation what it sees of others
 * @param readOnly whether the database refuses that it changes anything
 */
public record TransactionOptions(Isolation isolation, boolean readOnly) {

    /** Reads and writes, as if all transactions ran one after the other. */
    public static final TransactionOptions STANDARD = new TransactionOptions(Isolation.SERIALIZABLE, false);

    /** Reads one state of the database, and is in conflict with nobody. */
    public static final TransactionOptions SNAPSHOT = new TransactionOptions(Isolation.REPEATABLE_READ, true);
}
