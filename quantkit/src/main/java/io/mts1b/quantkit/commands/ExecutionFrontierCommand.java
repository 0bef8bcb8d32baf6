package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.execution.AlmgrenChriss;
import io.mts1b.quantkit.execution.AlmgrenChriss.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit execution-frontier}. */
@Command(name = "execution-frontier", description = "Finds the best schedules to trade a position.")
final class ExecutionFrontierCommand extends QuantkitCommand {

    private static final List<String> NAMES = List.of("X", "T", "N", "sigma", "epsilon", "gamma", "eta", "lambda");

    /** A name, and a number or several in brackets. */
    private static final Pattern PAIR =
            Pattern.compile("\"?([A-Za-z_]+)\"?\\s*[:=,]\\s*(\\[[^\\]]*\\]|[-+]?[0-9.][-+0-9.eE]*)");

    @Option(
            names = "--params",
            required = true,
            description = "A JSON object, or lines of a name and a number, of X, T, N, sigma, epsilon, gamma, eta and"
                    + " lambda; several lambdas stand in brackets.")
    private Path params = Path.of("");

    ExecutionFrontierCommand(Console console) {
        super(console);
    }

    /** One schedule. */
    record Case(
            double lambda,
            double kappa,
            List<Double> holdings,
            List<Double> trades,
            double expectedCost,
            double variance,
            double utility) {}

    /** What is printed to programs. */
    record Report(List<Case> frontier) {}

    @Override
    protected Answer answer() {
        Map<String, List<Double>> given = read(params);
        AlmgrenChriss model = new AlmgrenChriss(
                one(given, "X"),
                one(given, "T"),
                (int) one(given, "N"),
                one(given, "sigma"),
                one(given, "epsilon"),
                one(given, "gamma"),
                one(given, "eta"));
        List<Case> cases = new ArrayList<>();
        for (double lambda : all(given, "lambda")) {
            Schedule found = model.schedule(lambda);
            cases.add(new Case(
                    lambda,
                    model.kappa(lambda),
                    found.holdings(),
                    found.trades(),
                    found.expectedCost(),
                    found.variance(),
                    found.expectedCost() + lambda * found.variance()));
        }
        String text = cases.stream()
                .map(one -> row("lambda", one.lambda)
                        + "\n"
                        + row("expected cost", one.expectedCost)
                        + "\n"
                        + row("variance", one.variance)
                        + "\nholdings "
                        + one.holdings)
                .collect(Collectors.joining("\n"));
        return Answer.done(new Report(cases), text);
    }

    private static Map<String, List<Double>> read(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, List<Double>> found = new TreeMap<>();
        Matcher pair = PAIR.matcher(text);
        while (pair.find()) {
            String name = pair.group(1);
            if (!NAMES.contains(name) || found.containsKey(name)) {
                throw new IllegalArgumentException("params must name each of " + NAMES + " once, named " + name);
            }
            found.put(name, numbers(name, pair.group(2)));
        }
        return found;
    }

    private static List<Double> numbers(String name, String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : text.replaceAll("[\\[\\]\\s]", "").split(",", -1)) {
            try {
                numbers.add(Double.parseDouble(part));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " must be a number, was " + part, e);
            }
        }
        return numbers;
    }

    private static List<Double> all(Map<String, List<Double>> given, String name) {
        List<Double> numbers = given.get(name);
        if (numbers == null) {
            throw new IllegalArgumentException("params must name " + name + ", named " + given.keySet());
        }
        return numbers;
    }

    private static double one(Map<String, List<Double>> given, String name) {
        List<Double> numbers = all(given, name);
        if (numbers.size() != 1 || (name.equals("N") && numbers.getFirst() % 1 != 0)) {
            throw new IllegalArgumentException(name + " must be one number, N a whole one, was " + numbers);
        }
        return numbers.getFirst();
    }
}
