package io.mts1b.platform.db;

import io.mts1b.foundation.Require;
import io.mts1b.platform.db.DatabaseException.Category;
import io.mts1b.platform.db.Failures.Stage;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreMigrationType;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Brings the tables of artifacts to where their code expects them.
 *
 * @param login of the database
 * @param timeouts of connections; a migration itself takes as long as it takes
 * @param failures tells what failed
 */
record Migrations(Login login, DatabaseSettings.Timeouts timeouts, Failures failures) {

    int run(String artifact, ClassLoader loader) {
        Require.token("artifact", artifact, 40);
        String schema = artifact.replace('-', '_');
        Flyway flyway = Flyway.configure(loader)
                .dataSource(login.dataSource(timeouts))
                .locations("classpath:db/" + artifact)
                .failOnMissingLocations(true)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("migrations")
                .validateMigrationNaming(true)
                .validateOnMigrate(true)
                // Flyway by itself takes a database that is newer than the code for sound.
                .ignoreMigrationPatterns(new String[0])
                .cleanDisabled(true)
                .callbacks(new WholeOrNotAtAll())
                .load();
        try {
            int last = lastVersion(artifact, flyway.info().all());
            flyway.migrate();
            return last;
        } catch (FlywayException e) {
            throw failed(artifact, e);
        }
    }

    /** Returns the last of the versions the code brings, which must be 1, 2, 3 and so on. */
    private static int lastVersion(String artifact, MigrationInfo[] all) {
        List<MigrationInfo> brought = Arrays.stream(all)
                .filter(one -> one.getState().isResolved() && one.getType() != CoreMigrationType.SCHEMA)
                .toList();
        for (int i = 0; i < brought.size(); i++) {
            if (!MigrationVersion.fromVersion(Integer.toString(i + 1))
                    .equals(brought.get(i).getVersion())) {
                throw refused(
                        artifact,
                        "must be V1, V2, V3 and so on, hold " + brought.get(i).getScript() + " where V" + (i + 1)
                                + " belongs");
            }
        }
        if (brought.isEmpty()) {
            throw refused(artifact, "must hold V1__<what>.sql in db/" + artifact + " on the class path, hold nothing");
        }
        return brought.size();
    }

    private static DatabaseException refused(String artifact, String what) {
        return new DatabaseException(Category.REFUSED, "migrations of " + artifact + " " + what);
    }

    private DatabaseException failed(String artifact, FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                DatabaseException known = failures.of(Stage.WORK, sql);
                return new DatabaseException(
                        known.category(), "migrations of " + artifact + ": " + known.getMessage(), sql);
            }
        }
        String words = failures.redaction().redact(String.valueOf(failure.getMessage()));
        return refused(artifact, "do not fit the database " + failures.place() + ": " + words);
    }

    /** Refuses what cannot be rolled back, which Flyway by itself would run without a transaction. */
    private static final class WholeOrNotAtAll implements Callback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.BEFORE_EACH_MIGRATE;
        }

        @Override
        public boolean canHandleInTransaction(Event event, Context context) {
            return true;
        }

        @Override
        public void handle(Event event, Context context) {
            try {
                if (context.getConnection().getAutoCommit()) {
                    MigrationInfo migration = context.getMigrationInfo();
                    throw new FlywayException("migration " + (migration == null ? "" : migration.getScript())
                            + " holds a statement that cannot be rolled back");
                }
            } catch (SQLException e) {
                throw new FlywayException(e);
            }
        }

        @Override
        public String getCallbackName() {
            return "whole or not at all";
        }
    }
}
