package io.mts1b.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What is done within one transaction. It may be done more than once, so it changes nothing but the database.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface TransactionWork<T extends @Nullable Object> {

    /**
     * Does the work.
     *
     * @param connection for this thread, until the work is done; to commit, roll back or close it is not the work's
     *     business
     * @return what it gives
     * @throws SQLException if the database refuses; all is rolled back
     */
    T run(Connection connection) throws SQLException;

    /** Work that gives nothing. */
    @FunctionalInterface
    interface Action {

        /**
         * Does the work.
         *
         * @param connection as above
         * @throws SQLException if the database refuses; all is rolled back
         */
        void run(Connection connection) throws SQLException;
    }
}
