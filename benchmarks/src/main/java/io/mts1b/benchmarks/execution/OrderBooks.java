package io.mts1b.benchmarks.execution;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.brokers.matching.Instruction;
import io.mts1b.brokers.matching.LadderOrderBook;
import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.brokers.matching.SelfTrade;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Commands to an order book on which a thousand orders rest, on one core. */
public final class OrderBooks implements Measurement {

    /** Its time and not the wall's: all of it is one thread, and what else the machine does is not to be measured. */
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public OrderBooks() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring order books");
        BookCommands commands = new BookCommands(effort.of(2_000_000, 20_000));
        return new Contest("exchange-core", commands.size(), effort)
                .rows(
                        List.of(new Figure("order book, a command, 1,000 live orders", "ns")),
                        () -> ours(commands),
                        () -> theirs(commands));
    }

    private static Outcome ours(BookCommands commands) {
        Trades trades = new Trades();
        OrderBook book = new LadderOrderBook(SelfTrade.ALLOW, trades);
        long start = THREAD.getCurrentThreadCpuTime();
        run(commands, book);
        double each = (THREAD.getCurrentThreadCpuTime() - start) / (double) commands.size();
        List<Long> result = new ArrayList<>(List.of(trades.refused(), trades.fold()));
        OrderBook.Visitor add = (id, _, price, left, _, _) -> result.addAll(List.of(id, price, left));
        book.visit(true, add);
        book.visit(false, add);
        return Outcome.of(each, result);
    }

    private static void run(BookCommands commands, OrderBook book) {
        for (int i = 0; i < commands.size(); i++) {
            long id = commands.ids[i];
            long price = commands.prices[i];
            long quantity = commands.quantities[i];
            switch (commands.kinds[i]) {
                case BookCommands.PLACE ->
                    book.place(id, 1, commands.buys[i], price, quantity, Instruction.GTC, OrderBook.NEVER);
                case BookCommands.TAKE ->
                    book.place(id, 1, commands.buys[i], price, quantity, Instruction.IOC, OrderBook.NEVER);
                case BookCommands.CANCEL -> book.cancel(id);
                case BookCommands.REDUCE -> book.reduce(id, quantity);
                default -> book.replace(id, price, quantity);
            }
        }
    }

    private static Outcome theirs(BookCommands commands) {
        ExchangeCorePeer peer = new ExchangeCorePeer();
        long start = THREAD.getCurrentThreadCpuTime();
        peer.run(commands);
        double each = (THREAD.getCurrentThreadCpuTime() - start) / (double) commands.size();
        return Outcome.of(each, peer.result());
    }
}
