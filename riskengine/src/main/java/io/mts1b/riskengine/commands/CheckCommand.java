package io.mts1b.riskengine.commands;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.ReviewListener;
import io.mts1b.riskengine.RiskEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts riskengine check}. */
@Command(
        name = "check",
        description =
                "Tells what each gate says of an order. Exit code 0: it would go; 1: a gate stops it; 2: bad input.")
final class CheckCommand extends AnsweringCommand {

    @Parameters(paramLabel = "<order>", description = "JSON: the order.")
    private Path order = Path.of("");

    @Option(names = "--envelope", required = true, description = "JSON: the limits of its fund.")
    private Path envelope = Path.of("");

    @Option(
            names = "--facts",
            required = true,
            description = "JSON: the fund, instruments and prices, what is held, open, halted, lost.")
    private Path facts = Path.of("");

    @Option(names = "--fail-fast", description = "Stop at the first gate that objects.")
    private boolean failFast;

    CheckCommand(Console console) {
        super(console);
    }

    /** What one gate says; nothing lets the order pass. */
    record Said(Gate gate, List<Denial> denials) {}

    /** What is printed to programs. */
    record Report(OrderId order, boolean approved, int envelopeVersion, List<Said> gates) {}

    /** Writes down what each gate says. */
    private static final class Notes implements ReviewListener {

        private final List<Said> gates = new ArrayList<>();

        @Override
        public void checked(Order order, Gate gate, List<Denial> denials, long nanos) {
            gates.add(new Said(gate, List.copyOf(denials)));
        }

        @Override
        public void decided(Order order, RiskDecision decision, long nanos) {
            // It is what the review gives back.
        }
    }

    @Override
    protected Answer answer() {
        Order wish = read(order, Order.class);
        RiskEnvelope limits = read(envelope, RiskEnvelope.class);
        Facts world = read(facts, Facts.class);
        Require.that(
                limits.fund().equals(wish.fund()) && world.fund().fund().equals(wish.fund()),
                () -> "limits and facts must be of " + wish.fund() + ", the order's fund, were of " + limits.fund()
                        + " and " + world.fund().fund());
        Notes notes = new Notes();
        RiskEngine.Mode mode = failFast ? RiskEngine.Mode.FAIL_FAST : RiskEngine.Mode.REPORT_ALL;
        Review review = new RiskEngine(mode, notes, () -> 0).review(wish, new FactsView(world, limits), world.at());
        Report report = new Report(
                wish.orderId(),
                review instanceof Review.Passed,
                review.decision().envelopeVersion(),
                List.copyOf(notes.gates));
        return new Answer(report, text(report), report.approved ? ExitCode.DONE : ExitCode.FAILED);
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return Json.read(file, type);
        } catch (JsonException e) {
            throw new IllegalArgumentException(file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder("order " + report.order + " is "
                + (report.approved ? "approved" : "denied") + " by limits of version " + report.envelopeVersion);
        for (Said said : report.gates) {
            String name = said.gate.name().toLowerCase(Locale.ROOT);
            if (said.denials.isEmpty()) {
                text.append(String.format(Locale.ROOT, "%n  %-12s passes", name));
            }
            for (Denial denial : said.denials) {
                text.append(String.format(Locale.ROOT, "%n  %-12s %s  %s", name, denial.code(), denial));
            }
        }
        return text.toString();
    }
}
