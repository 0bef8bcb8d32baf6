package io.mts1b.brokers.fix;

import io.mts1b.foundation.Require;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The versions that are spoken, and the one place where it stands what differs between them for order entry. */
public enum FixVersion {
    /** FIX 4.2: what an execution does stands beside its type, questions have no numbers, lists cannot be asked for. */
    FIX42("4.2", "FIX.4.2", "FIX42.xml", "FIX42.xml", "0123456789ABCDE", "0123456789ABCDE", 2),
    /** FIX 4.4. */
    FIX44("4.4", "FIX.4.4", "FIX44.xml", "FIX44.xml", "03456789ABCDEFGHI", "012346789ABCDE", 4),
    /** FIX 5.0SP2, over sessions of FIXT 1.1. */
    FIX50SP2("5.0SP2", "FIXT.1.1", "FIXT11.xml", "FIX50SP2.xml", "03456789ABCDEFGHIJKL", "012346789ABCDE", 5);

    private final String version;
    private final String beginString;
    private final String sessionDictionary;
    private final String dictionary;
    private final String executionTypes;
    private final String orderStatuses;
    private final int generation;

    FixVersion(
            String version,
            String beginString,
            String sessionDictionary,
            String dictionary,
            String executionTypes,
            String orderStatuses,
            int generation) {
        this.version = version;
        this.beginString = beginString;
        this.sessionDictionary = sessionDictionary;
        this.dictionary = dictionary;
        this.executionTypes = executionTypes;
        this.orderStatuses = orderStatuses;
        this.generation = generation;
    }

    /**
     * Reads a version.
     *
     * @param text such as {@code 4.4}, or what its messages begin with, such as {@code FIX.4.4}
     * @return the version
     * @throws IllegalArgumentException if it is not spoken here
     */
    public static FixVersion parse(String text) {
        for (FixVersion one : values()) {
            if (one.version.equals(text) || one.beginString.equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException("version must be one of "
                + Arrays.stream(values()).map(one -> one.version).collect(Collectors.joining(", ")) + ", was '"
                + Require.note("version", text, 64) + "'");
    }

    /**
     * Returns the number.
     *
     * @return such as {@code 4.4}
     */
    public String version() {
        return version;
    }

    /**
     * Returns what its messages begin with.
     *
     * @return tag 8, such as {@code FIX.4.4}
     */
    public String beginString() {
        return beginString;
    }

    /** The dictionary of headers and of messages of the session. */
    String sessionDictionary() {
        return sessionDictionary;
    }

    /** The dictionary of messages of the application. */
    String dictionary() {
        return dictionary;
    }

    /** The session is of a version of its own. */
    boolean isLayered() {
        return this == FIX50SP2;
    }

    /** What a logon calls the version of a layered session, tag 1137. */
    String layer() {
        return "9";
    }

    /** The types an execution report may have. */
    boolean hasExecutionType(char type) {
        return executionTypes.indexOf(type) >= 0;
    }

    /** The statuses an order may have in a report. */
    boolean hasOrderStatus(char status) {
        return orderStatuses.indexOf(status) >= 0;
    }

    /**
     * Returns whether a report says beside its type whether it is new, a bust, a correction or an answer.
     *
     * @return true if tag 20 does; false if the type itself does
     */
    public boolean hasTransactionTypes() {
        return generation < 4;
    }

    /**
     * Returns whether questions about an order have a name of their own, which the answer repeats.
     *
     * @return whether there is tag 790
     */
    public boolean namesQuestions() {
        return generation >= 4;
    }

    /**
     * Returns whether all orders can be asked for at once.
     *
     * @return whether there is message AF, with its reports counted by tags 911 and 912
     */
    public boolean hasMassStatus() {
        return generation >= 4;
    }

    /**
     * Returns whether a new order must say who handles it.
     *
     * @return whether tag 21 is required
     */
    public boolean needsHandling() {
        return generation < 4;
    }

    /**
     * Returns whether a report says if it added liquidity.
     *
     * @return whether there is tag 851
     */
    public boolean tellsLiquidity() {
        return generation >= 4;
    }

    /**
     * Returns whether a logon has a user name and a password.
     *
     * @return whether there are tags 553 and 554
     */
    public boolean hasPasswords() {
        return generation >= 4;
    }
}
