package io.mts1b.oms.commands;

import io.mts1b.foundation.Require;
import io.mts1b.oms.projections.Projection;
import io.mts1b.oms.projections.ProjectionCheck;
import io.mts1b.oms.projections.ProjectionException;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationException;
import io.mts1b.platform.config.ConfigurationSection;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.db.Database;
import io.mts1b.platform.db.DatabaseException;
import io.mts1b.platform.db.DatabaseSection;
import io.mts1b.platform.db.DatabaseSettings;
import io.mts1b.platform.journal.JournalException;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Retry;
import io.mts1b.platform.retry.RetryAdvice;
import io.mts1b.platform.retry.RetryBudget;
import io.mts1b.platform.retry.RetryPolicy;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms project}. */
@Command(
        name = "project",
        description = "Has tables of PostgreSQL follow a log, or compares every row of them with it (--check).")
final class ProjectCommand extends AnsweringCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final RetryPolicy UNTIL_BACK =
            new RetryPolicy(20, Duration.ofMinutes(5), Backoff.STANDARD, ProjectCommand::worthAnotherAttempt);

    private final InstantSource clock;
    private final Waiter waiter;
    private final RandomGenerator random = new RandomStreams(1).stream("oms-project");

    @Option(names = "--journal", paramLabel = "<folder>", required = true, description = "Where the log is.")
    private Path journal = Path.of("");

    @Option(names = "--config", paramLabel = "<file>", description = "The YAML file; its section db is read.")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "<key=value>",
            description = "Sets a key of the configuration, such as db.password=env:PASSWORD.")
    private List<String> arguments = new ArrayList<>();

    @Option(names = "--url", description = "The database, such as jdbc:postgresql://localhost/mts.")
    private @Nullable String url;

    @Option(names = "--user", description = "Who logs in there.")
    private @Nullable String user;

    @Option(
            names = "--data",
            paramLabel = "<folder>",
            description = "Where a PostgreSQL of the house's own keeps its data, if there is no other.")
    private @Nullable Path data;

    @Option(names = "--batch", defaultValue = "2000", description = "Events in a transaction; 2000 if it is missing.")
    private int batch = 2_000;

    @Option(names = "--rebuild", description = "Throws the tables away, and makes them again.")
    private boolean rebuild;

    @Option(names = "--check", description = "Changes nothing, and compares every row with the log.")
    private boolean check;

    @Option(names = "--follow", description = "Goes on where the log ends, until it is interrupted.")
    private boolean follow;

    ProjectCommand(Console console, InstantSource clock, Waiter waiter) {
        super(console);
        this.clock = clock;
        this.waiter = waiter;
    }

    /** What is printed to programs. */
    record Report(long written, long events) {}

    @Override
    protected Answer answer() {
        Require.that(!check || !(rebuild || follow), "--check must stand alone, without --rebuild or --follow");
        Require.that(batch > 0 && batch <= 100_000, "--batch must be 1 to 100000, was " + batch);
        try (TemporaryFolder scratch = TemporaryFolder.make();
                Database database = open()) {
            return check ? checked(database, scratch.path()) : projected(database, scratch.path());
        } catch (JournalException | ProjectionException | ConfigurationException | DatabaseException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("command must not be interrupted", e);
        } catch (IOException e) {
            throw new UncheckedIOException("there must be room for what has ended among the temporary files", e);
        }
    }

    private Database open() {
        List<String> over = new ArrayList<>(arguments);
        Optional.ofNullable(url).ifPresent(value -> over.add("db.url=" + value));
        Optional.ofNullable(user).ifPresent(value -> over.add("db.user=" + value));
        List<ConfigurationSection> sections =
                config == null ? List.of(new DatabaseSection()) : Configuration.installedSections();
        DatabaseSettings settings = Configuration.load(
                        sections,
                        ConfigurationSources.of(
                                Optional.ofNullable(config), ConfigurationSources.environmentOfProcess(), over))
                .section(DatabaseSettings.class);
        Require.that(
                (settings.url() == null) == (data != null),
                "database must be one of --url, db.url in --config, and --data for one of the house's own");
        return Database.open(
                settings,
                Objects.requireNonNullElse(data, Path.of("")),
                new Database.Surroundings(Redaction.standard(), clock, waiter, random));
    }

    private Answer projected(Database database, Path scratch) throws InterruptedException {
        if (rebuild) {
            Projection.clear(database);
        }
        long written = 0;
        try (Projection projection = Projection.open(database, journal, scratch)) {
            tell("tables hold " + projection.position() + " events");
            Retry retry = new Retry(UNTIL_BACK, new RetryBudget(100, 100), clock, waiter, random);
            long some;
            do {
                some = advance(projection, retry);
                written += some;
                if (some > 0) {
                    tell("tables hold " + projection.position() + " events");
                }
            } while (some > 0 || follow);
            return Answer.done(
                    new Report(written, projection.position()),
                    written + " events written, " + projection.position() + " in all");
        }
    }

    /** A database that is away for a while is waited for; what it missed is still to be written then. */
    private long advance(Projection projection, Retry retry) throws InterruptedException {
        try {
            return retry.call(() -> follow ? projection.advance(batch, PATIENCE) : projection.advance(batch));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // A projection throws nothing else that is checked.
        }
    }

    private static RetryAdvice worthAnotherAttempt(Exception failure) {
        return failure instanceof DatabaseException known && known.category() != DatabaseException.Category.REFUSED
                ? new RetryAdvice.TryAgain()
                : new RetryAdvice.GiveUp();
    }

    private Answer checked(Database database, Path scratch) {
        ProjectionCheck.Report report =
                ProjectionCheck.of(database, journal, scratch, events -> tell(events + " events compared"));
        StringBuilder text = new StringBuilder();
        report.rows()
                .forEach((table, rows) ->
                        text.append(row(table, 14, rows + " rows")).append('\n'));
        report.differences().forEach(difference -> text.append(difference).append('\n'));
        text.append(
                report.isSound()
                        ? "all rows are as the first " + report.events() + " events of the log say"
                        : report.wrong() + " rows are not as the log says; --rebuild makes them again");
        return new Answer(report, text.toString(), report.isSound() ? ExitCode.DONE : ExitCode.FAILED);
    }

    private void tell(String progress) {
        console().err().print(progress + "\n");
        console().err().flush();
    }
}
