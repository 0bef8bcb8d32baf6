package io.mts1b.oms.operator;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.running.OperatorRequest;
import io.mts1b.oms.running.VetoQuestion;
import io.mts1b.platform.bus.BusNetwork;
import io.mts1b.platform.bus.BusSettings;
import io.mts1b.platform.service.Console;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mts cmd veto [approve|veto ORDER]}. */
@Command(
        name = "veto",
        description = "Lists the orders that wait for the chief risk officer, or answers for one of them.")
final class VetoCommand extends OperatorCommand {

    private static final String APPROVE = "approve";
    private static final String VETO = "veto";
    private static final String ROW = "%-28s %-12s %-12s %-6s %-18s %12s %-10s %10s  %s";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "WHAT",
            description = "approve or veto; without it, lists what waits.")
    private @Nullable String what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ORDER", description = "The order, as the list names it.")
    private @Nullable String id;

    @Option(names = "--by", paramLabel = "NAME", description = "Who answers.")
    private @Nullable String by;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words.")
    private @Nullable String reason;

    @Option(names = "--yes", paramLabel = "ORDER", description = "The order once more, instead of typing it.")
    private @Nullable String yes;

    VetoCommand(Console console, Function<BusSettings, BusNetwork> networks) {
        super(console, networks);
    }

    /** What is printed to programs. */
    record Report(List<VetoQuestion> vetoes) {

        Report {
            vetoes = List.copyOf(vetoes);
        }
    }

    @Override
    protected void check() {
        if (what == null) {
            Require.that(
                    by == null && reason == null && yes == null,
                    "WHAT must be " + APPROVE + " or " + VETO + " where there is --by, --reason or --yes");
        } else {
            OperatorRequest.Rule rule = rule(what);
            confirm(rule.objects() ? "Vetoes" : "Approves", rule.order().value(), yes);
        }
    }

    private OperatorRequest.Rule rule(String word) {
        Require.that(
                word.equals(APPROVE) || word.equals(VETO), "WHAT must be " + APPROVE + " or " + VETO + ", was " + word);
        return new OperatorRequest.Rule(
                new OrderId(Require.present(id, "ORDER must be named")),
                word.equals(VETO),
                new ActorId(Require.present(by, "--by must say who answers")),
                Require.present(reason, "--reason must say why"));
    }

    @Override
    protected Answer answer(OperatorLine line) {
        List<VetoQuestion> waiting =
                line.ask(what == null ? new OperatorRequest.Look() : rule(what)).vetoes();
        return Answer.done(new Report(waiting), what == null ? table(waiting) : said() + "\n" + table(waiting));
    }

    private String said() {
        return (VETO.equals(what) ? "vetoed " : "approved ") + id;
    }

    private static String table(List<VetoQuestion> waiting) {
        if (waiting.isEmpty()) {
            return "no order waits for the chief risk officer";
        }
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                ROW,
                "order",
                "fund",
                "strategy",
                "side",
                "instrument",
                "quantity",
                "type",
                "limit",
                "until"));
        for (VetoQuestion question : waiting) {
            Order order = question.order();
            text.append('\n')
                    .append(String.format(
                            Locale.ROOT,
                            ROW,
                            order.orderId(),
                            order.fund(),
                            order.strategy(),
                            order.side(),
                            order.instrument(),
                            order.quantity(),
                            order.type().kind(),
                            order.type().limitPrice().map(Price::toString).orElse(""),
                            question.until()));
        }
        return text.toString();
    }
}
