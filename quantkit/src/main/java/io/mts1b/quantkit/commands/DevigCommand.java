package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.odds.FairOdds;
import io.mts1b.quantkit.odds.MarginRemoval;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit devig}. */
@Command(name = "devig", description = "Takes the bookmaker's margin out of decimal odds.")
final class DevigCommand extends QuantkitCommand {

    @Option(names = "--odds", required = true, split = ",", description = "Decimal odds of all outcomes.")
    private double[] odds = {};

    @Option(names = "--method", required = true, description = "proportional, power, shin or odds-ratio.")
    private String method = "";

    DevigCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(String method, List<Double> probabilities, double overround, double parameter) {}

    @Override
    protected Answer answer() {
        MarginRemoval removal = Arrays.stream(MarginRemoval.values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "method must be proportional, power, shin or odds-ratio, was " + method));
        FairOdds fair = removal.of(odds);
        String text = fair.probabilities().stream().map(QuantkitCommand::number).collect(Collectors.joining(" "));
        return Answer.done(new Report(method, fair.probabilities(), fair.overround(), fair.parameter()), text);
    }
}
