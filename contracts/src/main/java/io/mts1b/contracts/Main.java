package io.mts1b.contracts;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.HouseException;
import io.mts1b.contracts.rules.Outcome;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The command {@code contracts}: holds a whole reactor to every rule, for a person or, with {@code --json}, a machine. */
public final class Main {

    private static final String USAGE = """
            Usage: contracts [--json] [--strict] [--root DIR] [--house FILE]
              --json        print one JSON object instead of a table
              --strict      refuse where a rule had nothing to look at, for it proves nothing, and where a concept lacks a type
              --root DIR    the folder with the first POM (default: here)
              --house FILE  your own house file, added to that of MTS1B
            Exit code: 0 no violation, 1 violations, 2 wrong usage or nothing to look at.
            """;

    private boolean json;
    private boolean strict;
    private Path root = Path.of("");
    private Optional<Path> house = Optional.empty();

    private Main() {}

    /**
     * Runs the command and exits.
     *
     * @param arguments as the usage says
     */
    public static void main(String[] arguments) {
        // ArchUnit logs through SLF4J, which would complain that nobody listens.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    /**
     * Runs the command.
     *
     * @param arguments as the usage says
     * @param out where the result goes
     * @param err where refusals go
     * @return the exit code
     */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help")) {
            out.print(USAGE);
            return 0;
        }
        Main main = new Main();
        try {
            main.parse(arguments.iterator());
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.print(USAGE);
            return 2;
        }
        try {
            return main.run(out, err);
        } catch (HouseException | IllegalStateException | UncheckedIOException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void parse(Iterator<String> arguments) {
        while (arguments.hasNext()) {
            String argument = arguments.next();
            switch (argument) {
                case "--json" -> json = true;
                case "--strict" -> strict = true;
                case "--root" -> root = Path.of(value(argument, arguments));
                case "--house" -> house = Optional.of(Path.of(value(argument, arguments)));
                default -> throw new IllegalArgumentException("argument is not known: " + argument);
            }
        }
    }

    private int run(PrintStream out, PrintStream err) {
        Contracts contracts = Contracts.over().in(root);
        Contracts all = house.map(contracts::house).orElse(contracts);
        Tree tree = all.tree();
        List<Outcome> outcomes = all.outcomes(tree);
        List<ConceptHome> homes = all.homes(tree);
        out.print(json ? Report.json(outcomes, homes) : Report.text(outcomes, homes));
        List<String> blind =
                outcomes.stream().filter(Outcome::blind).map(Outcome::rule).toList();
        if (strict && !blind.isEmpty()) {
            err.println("These rules had nothing to look at, and so prove nothing: " + String.join(", ", blind));
            return 2;
        }
        List<String> missing =
                homes.stream().flatMap(home -> home.missing().stream()).toList();
        if (strict && !missing.isEmpty()) {
            err.println("The house file names types that are not in their home: " + String.join(", ", missing));
            return 2;
        }
        return outcomes.stream().allMatch(one -> one.violations().isEmpty()) ? 0 : 1;
    }

    private static String value(String option, Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new IllegalArgumentException("argument must follow " + option);
        }
        return arguments.next();
    }
}
