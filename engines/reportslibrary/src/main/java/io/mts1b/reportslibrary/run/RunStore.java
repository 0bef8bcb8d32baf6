package io.mts1b.reportslibrary.run;

import io.mts1b.datalake.LakeException;
import io.mts1b.datalake.parquet.ParquetColumn;
import io.mts1b.datalake.parquet.ParquetFile;
import io.mts1b.foundation.Require;
import io.mts1b.platform.db.DuckDb;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps the results of a run in a folder: {@code equity.parquet}, {@code weights.parquet}, {@code trades.parquet},
 * {@code decisions.parquet} and {@code summary.json}.
 *
 * <p>A folder with a {@code summary.json} holds a whole run, always: everything is written aside and moved into
 * place, and the summary is the first to go and the last to come. Other files in the folder are left alone. Equal
 * results give equal bytes. One process writes to a folder at a time.
 */
public final class RunStore {

    private static final String SUMMARY = "summary.json";
    private static final String EQUITY = "equity.parquet";
    private static final String WEIGHTS = "weights.parquet";
    private static final String TRADES = "trades.parquet";
    private static final String DECISIONS = "decisions.parquet";

    private RunStore() {}

    /** What {@code summary.json} says. */
    private record Document(RunInfo info, RunSummary summary) {}

    /**
     * Writes the results, in place of those that may be there.
     *
     * @param folder where to; made if it is missing
     * @param results what to write; times in it must be whole microseconds
     * @throws LakeException if they cannot be written; then the folder holds the run it held, or none
     * @throws IllegalArgumentException if a time is finer
     */
    public static void write(Path folder, RunResults results) {
        Map<String, List<ParquetColumn>> tables = new LinkedHashMap<>();
        tables.put(EQUITY, TableColumns.equity(results.equity()));
        tables.put(WEIGHTS, TableColumns.weights(results.weights()));
        tables.put(TRADES, TableColumns.trades(results.trades()));
        tables.put(DECISIONS, TableColumns.decisions(results.decisions()));
        String json = Json.writePretty(new Document(results.info(), results.summary())) + "\n";
        Path staging = folder.resolve(".partial-run");
        try {
            Files.createDirectories(staging);
            clear(staging);
            tables.forEach((name, columns) -> ParquetFile.write(staging.resolve(name), columns));
            Files.writeString(staging.resolve(SUMMARY), json);
            publish(staging, folder, tables.keySet());
            Files.delete(staging);
        } catch (IOException | LakeException e) {
            abandon(staging, e);
            throw new LakeException("cannot write a run to " + folder, e);
        }
    }

    private static void publish(Path staging, Path folder, Collection<String> tables) throws IOException {
        Files.deleteIfExists(folder.resolve(SUMMARY));
        try {
            for (String name : tables) {
                Files.move(staging.resolve(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(staging.resolve(SUMMARY), folder.resolve(SUMMARY), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Tables without a summary are half a run, which is none.
            tables.forEach(name -> remove(folder.resolve(name), e));
            throw e;
        }
    }

    private static void remove(Path file, Exception why) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Removes what a process that was killed may have left. */
    private static void clear(Path staging) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(staging)) {
            left = files.toList();
        }
        for (Path file : left) {
            Files.delete(file);
        }
    }

    private static void abandon(Path staging, Exception why) {
        try {
            if (Files.isDirectory(staging)) {
                clear(staging);
                Files.delete(staging);
            }
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /**
     * Reads results back.
     *
     * @param folder where {@link #write} put them
     * @return results equal to those written
     * @throws LakeException if there is no run, or its files are damaged or of two runs
     */
    public static RunResults read(Path folder) {
        Path summary = folder.resolve(SUMMARY);
        if (!Files.exists(summary)) {
            throw new LakeException("no run in " + folder + ", looked for " + summary, null);
        }
        try (Connection duck = DuckDb.openInMemory(List.of(folder))) {
            Document document = Json.read(summary, Document.class);
            TableRows rows = new TableRows(duck);
            RunResults results = new RunResults(
                    document.info(),
                    rows.equity(folder.resolve(EQUITY)),
                    rows.weights(folder.resolve(WEIGHTS)),
                    rows.trades(folder.resolve(TRADES), document.info().currency()),
                    rows.decisions(folder.resolve(DECISIONS)),
                    document.summary().stateHash());
            requireOneRun(document.summary(), results);
            return results;
        } catch (JsonException | SQLException | IllegalArgumentException | ArithmeticException e) {
            throw new LakeException("cannot read the run in " + folder, e);
        }
    }

    /** Compares what is counted, not what is measured: a better formula must not make old runs unreadable. */
    private static void requireOneRun(RunSummary stored, RunResults results) {
        requireSame("sessions", stored.sessions(), results.equity().size());
        requireSame("final NAV", stored.finalNav(), results.equity().getLast().nav());
        requireSame("fills", stored.fills(), results.trades().size());
        requireSame("orders", stored.orders(), results.decisions().size());
    }

    private static void requireSame(String name, Object stored, Object found) {
        Require.that(
                stored.equals(found), name + " must be " + stored + " as in " + SUMMARY + ", but tables say " + found);
    }
}
