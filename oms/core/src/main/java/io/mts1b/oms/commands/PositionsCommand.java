package io.mts1b.oms.commands;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Holding;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.StrategyAccount;
import io.mts1b.platform.service.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms positions}. */
@Command(name = "positions", description = "Lists cash and positions of each fund of a log, and what came of them.")
final class PositionsCommand extends LogCommand {

    @Option(names = "--all", description = "Also those that are closed.")
    private boolean all;

    @Option(names = "--strategies", description = "Also what each strategy holds and has gained.")
    private boolean byStrategy;

    PositionsCommand(Console console) {
        super(console);
    }

    /** One position for programs. */
    record Row(InstrumentId instrument, Decimal quantity, Money realized, Balances fees, Balances income) {}

    /** One strategy for programs; no profit where something held never had a price. */
    record Strategy(
            StrategyId strategy,
            Balances cashFlow,
            Balances realized,
            Balances fees,
            Balances income,
            @Nullable Money profit,
            List<Row> positions) {}

    /** One fund for programs. */
    record Fund(FundId fund, Balances cash, List<Row> positions, List<Strategy> strategies) {}

    /** What is printed to programs. */
    record Report(List<Fund> funds, SortedMap<String, String> doubts) {}

    @Override
    protected Answer answer() {
        return withState(state -> {
            forEach(state::apply);
            return report(state);
        });
    }

    private Answer report(OmsState state) {
        List<Fund> funds = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (FundConfig config : state.funds()) {
            List<Strategy> strategies = byStrategy
                    ? state.strategies(config.fund()).stream()
                            .map(this::strategy)
                            .toList()
                    : List.of();
            Fund fund = new Fund(
                    config.fund(), state.balances(config.fund()), rows(state.holdings(config.fund())), strategies);
            funds.add(fund);
            text.append(text.isEmpty() ? "" : "\n").append(lines(fund));
        }
        SortedMap<String, String> doubts = Doubts.of(state);
        doubts.forEach((key, broker) ->
                text.append("\nin doubt at ").append(broker).append(": ").append(key));
        return Answer.done(new Report(funds, doubts), text.toString());
    }

    private Strategy strategy(StrategyAccount account) {
        return new Strategy(
                account.strategy(),
                account.cashFlow(),
                account.realized(),
                account.fees(),
                account.income(),
                account.profit(),
                rows(account.holdings()));
    }

    private List<Row> rows(SortedMap<InstrumentId, Holding> holdings) {
        List<Row> rows = new ArrayList<>();
        holdings.forEach((instrument, holding) -> {
            if (all || !holding.quantity().isZero()) {
                rows.add(new Row(instrument, holding.quantity(), holding.realized(), holding.fees(), holding.income()));
            }
        });
        return rows;
    }

    private static String lines(Fund fund) {
        StringBuilder text = new StringBuilder("fund " + fund.fund + ", cash " + fund.cash);
        text.append(lines(fund.positions));
        for (Strategy one : fund.strategies) {
            text.append("\n strategy " + one.strategy + ", ")
                    .append(one.profit == null ? "not priced" : "gained " + one.profit)
                    .append(", realized " + one.realized + ", fees " + one.fees + income(one.income))
                    .append(lines(one.positions));
        }
        return text.toString();
    }

    private static String lines(List<Row> rows) {
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %-18s %16s  realized %s, fees %s%s",
                    row.instrument,
                    row.quantity,
                    row.realized,
                    row.fees,
                    income(row.income)));
        }
        return text.toString();
    }

    /** Most have none. */
    private static String income(Balances income) {
        return income.amounts().stream().allMatch(amount -> amount.signum() == 0) ? "" : ", income " + income;
    }
}
