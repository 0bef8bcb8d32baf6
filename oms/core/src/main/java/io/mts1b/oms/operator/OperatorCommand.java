package io.mts1b.oms.operator;

import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Leftover;
import io.mts1b.oms.api.ApiReply.ParentView;
import io.mts1b.oms.running.OperatorAnswer.Progress;
import io.mts1b.oms.running.OperatorAnswer.Standing;
import io.mts1b.oms.running.VetoQuestion;
import io.mts1b.platform.bus.BusException;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.ExitCode;
import io.mts1b.riskengine.gates.Borrow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command to a running order management system. */
abstract class OperatorCommand extends AnsweringCommand {

    private final Function<BusSettings, BusNetwork> networks;

    @Option(names = "--file", paramLabel = "FILE", description = "The YAML file of the configuration.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets a key of the configuration, such as bus.servers=nats://localhost:4222.")
    private List<String> settings = new ArrayList<>();

    OperatorCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console);
        this.networks = networks;
    }

    /** Why it failed, for programs. */
    private record Failure(String failure) {}

    /** Asks the system, and tells what came of it. */
    protected abstract Answer answer(OperatorLine line);

    /** Refuses before anything is asked. */
    protected void check() {}

    @Override
    protected final Answer answer() {
        check();
        BusSettings bus = Configuration.load(
                        Configuration.installedSections(),
                        ConfigurationSources.of(
                                Optional.ofNullable(file), ConfigurationSources.environmentOfProcess(), settings))
                .section(BusSettings.class);
        try (OperatorLine line = new OperatorLine(networks.apply(bus))) {
            return answer(line);
        } catch (BusException e) {
            return new Answer(
                    new Failure(String.valueOf(e.getMessage())), "failed: " + e.getMessage(), ExitCode.FAILED);
        }
    }

    /** Has the operator type what is meant, unless a script says it. */
    protected final void confirm(String what, String title, @Nullable String yes) {
        String typed = yes == null ? console().ask(what + " " + title + "\nType " + title + " to go on: ") : yes;
        if (!typed.equals(title)) {
            throw new IllegalArgumentException("nothing was done: " + title + " must be typed, was '" + typed + "'");
        }
    }

    /** Reads a time that an option gave. */
    static Instant time(String option, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + " must be a time with a zone, such as 2020-08-31T13:30:00Z, was " + text, e);
        }
    }

    /** Writes what stands, for people. */
    static String text(Standing standing) {
        StringBuilder text = new StringBuilder();
        for (HaltRequest halt : standing.halts()) {
            text.append(row(
                            "halt",
                            12,
                            scope(halt) + "  by " + halt.requestedBy() + " at " + halt.at() + ": " + halt.reason()))
                    .append('\n');
        }
        for (Progress progress : standing.operations()) {
            text.append(text(progress)).append('\n');
        }
        for (Standing.At at : standing.differences()) {
            text.append(row(
                            "difference",
                            12,
                            at.id() + "  " + at.broker() + "  "
                                    + at.difference().key() + ": " + Json.write(at.difference())))
                    .append('\n');
        }
        for (ParentView parent : standing.parents()) {
            text.append(row(
                            "parent",
                            12,
                            parent.order().orderId() + "  " + parent.status() + " "
                                    + parent.algo().getClass().getSimpleName() + "  "
                                    + parent.progress().filled() + " of "
                                    + parent.progress().ordered() + " "
                                    + parent.order().instrument() + " until "
                                    + parent.until()))
                    .append('\n');
        }
        for (VetoQuestion question : standing.vetoes()) {
            Order order = question.order();
            text.append(row(
                            "asked",
                            12,
                            order.orderId() + "  " + order.side() + " " + order.quantity() + " " + order.instrument()
                                    + " waits for the chief risk officer until " + question.until()))
                    .append('\n');
        }
        if (text.isEmpty()) {
            text.append("nothing is halted, nothing goes on, and venues agree\n");
        }
        standing.borrows()
                .forEach((instrument, borrow) -> text.append(row("lent", 12, instrument + "  " + terms(borrow)))
                        .append('\n'));
        return text.toString().stripTrailing();
    }

    static String text(Progress progress) {
        StringBuilder text = new StringBuilder(row(
                progress.running() ? "running" : "ended",
                12,
                progress.operation().id() + "  " + progress.operation().kind() + " "
                        + progress.operation().scope().title() + "  " + progress.cancels() + " taken back, "
                        + progress.orders() + " ordered, " + progress.left().size() + " left"));
        for (Leftover left : progress.left()) {
            text.append('\n')
                    .append(row(
                            "left",
                            12,
                            left.fund() + "  " + left.broker() + "  "
                                    + (left.instrument() == null ? "" : left.instrument() + "  ")
                                    + (left.order() == null ? "" : left.order() + "  ") + left.quantity() + "  "
                                    + left.reason()));
        }
        return text.toString();
    }

    private static String terms(Borrow borrow) {
        String located = borrow.until() == null ? "located" : "located until " + borrow.until();
        return "at " + borrow.fee() + " per year, " + (borrow.located() ? located : "not located");
    }

    private static String scope(HaltRequest halt) {
        return switch (halt.severity()) {
            case FIRM_HALT -> "everything";
            case FUND_HALT -> "fund:" + halt.fund();
            case STRATEGY_HALT -> "strategy:" + halt.fund() + "/" + halt.strategy();
        };
    }
}
