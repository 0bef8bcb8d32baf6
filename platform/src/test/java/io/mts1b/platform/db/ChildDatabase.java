package io.mts1b.platform.db;

import static io.mts1b.platform.db.Servers.sql;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A process that opens a database in a folder, and commits numbers until it is killed or there are enough. */
final class ChildDatabase {

    private ChildDatabase() {}

    /**
     * Prints {@code pid <server>}, then each number that was committed, or why the database was not opened.
     *
     * @param arguments folder, folder of the programs, how many numbers
     */
    public static void main(String[] arguments) {
        DatabaseSettings settings = Servers.embedded(Path.of(arguments[1]));
        try (Database database = Database.open(settings, Path.of(arguments[0]), Servers.surroundings())) {
            print("pid " + database.server().orElseThrow().pid());
            sql(database, "CREATE TABLE IF NOT EXISTS committed (n int)");
            for (int n = 1; n <= Integer.parseInt(arguments[2]); n++) {
                sql(database, "INSERT INTO committed VALUES (" + n + ")");
                print("committed " + n);
            }
        } catch (DatabaseException e) {
            print(e.category() + " " + e.getMessage());
        }
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Starts one with such parts of the class path as are wanted. */
    static Process start(List<String> classPath, Path folder, Path programs, int numbers, String... before)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(":", classPath),
                ChildDatabase.class.getName(),
                folder.toString(),
                programs.toString(),
                Integer.toString(numbers)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static List<String> classPath(Predicate<String> wanted) {
        return List.of(System.getProperty("java.class.path").split(":")).stream()
                .filter(wanted)
                .toList();
    }

    /** Reads what it prints to the end, or kills it after so many lines and returns all it had printed. */
    static List<String> lines(Process process, int enough) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (lines.size() == enough) {
                    // Not process.destroyForcibly(), which would close the pipe with what it had printed.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        return lines;
    }
}
