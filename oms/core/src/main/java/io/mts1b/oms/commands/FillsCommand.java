package io.mts1b.oms.commands;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OperatorWord;
import io.mts1b.platform.service.Console;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code mts oms fills}. */
@Command(name = "fills", description = "Lists the fills of a log that stand, in the order they were booked.")
final class FillsCommand extends LogCommand {

    FillsCommand(Console console) {
        super(console);
    }

    /** What is printed to programs. */
    record Report(List<Fill> fills) {}

    @Override
    protected Answer answer() {
        Map<FillId, Fill> fills = new LinkedHashMap<>();
        forEach(event -> {
            if (event instanceof OmsEvent.OrderChanged(OrderEvent.Filled(Fill fill))) {
                fills.putIfAbsent(fill.fillId(), fill);
            } else if (event instanceof OmsEvent.OperatorRuled(OperatorWord.Booked booked)) {
                fills.putIfAbsent(booked.fill().fillId(), booked.fill());
            } else if (event instanceof OmsEvent.OrderChanged(OrderEvent.FillBusted(Fill fill, var _))) {
                fills.remove(fill.fillId());
            }
        });
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-30s %-30s %-6s %-18s %14s %14s %s",
                "at",
                "order",
                "side",
                "instrument",
                "quantity",
                "price",
                "fee"));
        for (Fill fill : fills.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-30s %-30s %-6s %-18s %14s %14s %s",
                    fill.at(),
                    fill.orderId(),
                    fill.side(),
                    fill.instrument(),
                    fill.quantity(),
                    fill.price(),
                    fill.fee()));
        }
        return Answer.done(new Report(List.copyOf(fills.values())), text.toString());
    }
}
