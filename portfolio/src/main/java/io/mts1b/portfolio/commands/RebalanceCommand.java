package io.mts1b.portfolio.commands;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.platform.calendars.Calendars;
import io.mts1b.platform.service.Console;
import io.mts1b.portfolio.rebalancing.Holding;
import io.mts1b.portfolio.rebalancing.PricedTrade;
import io.mts1b.portfolio.rebalancing.RebalanceCalendar;
import io.mts1b.portfolio.rebalancing.RebalanceCalendar.Period;
import io.mts1b.portfolio.rebalancing.RebalanceRule;
import io.mts1b.portfolio.rebalancing.Rebalancer;
import io.mts1b.portfolio.rebalancing.TradeList;
import io.mts1b.portfolio.rebalancing.TradeList.Planned;
import io.mts1b.quantkit.costmodels.Commission;
import io.mts1b.quantkit.costmodels.CostModel;
import io.mts1b.quantkit.costmodels.Slippage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts portfolio rebalance}. */
@Command(name = "rebalance", description = "Plans the trades from what is held to what is wanted.")
final class RebalanceCommand extends PortfolioCommand {

    /** Files name assets and no venue. */
    private static final Venue ANY_VENUE = Venue.parse("X");

    private static final Price TICK = Price.parse("0.000001");

    @Option(names = "--positions", required = true, description = "Lines of an asset and the quantity held.")
    private Path positions = Path.of("");

    @Option(
            names = "--weights",
            required = true,
            description = "Lines of an asset and the weight wanted; an asset that is held and missing here is closed.")
    private Path weights = Path.of("");

    @Option(
            names = "--prices",
            required = true,
            description = "Lines of an asset and its price, or columns of prices by date, whose last ones are taken.")
    private Path prices = Path.of("");

    @Option(names = "--cash", required = true, description = "The cash held beside the positions.")
    private String cash = "";

    @Option(names = "--currency", defaultValue = "USD", description = "Of cash and prices.")
    private String currency = "";

    @Option(names = "--lots", description = "Lines of an asset and its lot; 1 where an asset is missing.")
    private @Nullable Path lots;

    @Option(names = "--rule", defaultValue = "always", description = "always, threshold or buffer.")
    private String rule = "";

    @Option(
            names = "--distance",
            defaultValue = "0.05",
            description = "From target to threshold or edge of the buffer.")
    private double distance;

    @Option(names = "--cost-bps", defaultValue = "0", description = "What trading costs, in basis points of value.")
    private String costBps = "";

    @Option(names = "--least-charge", defaultValue = "0", description = "The least that a trade costs.")
    private String leastCharge = "";

    @Option(names = "--least-trade", defaultValue = "0", description = "The least value that is worth a trade.")
    private String leastTrade = "";

    @Option(names = "--most-cost", defaultValue = "1", description = "The largest part of its value a trade may cost.")
    private String mostCost = "";

    @Option(names = "--calendar", description = "A market such as XNYS: trade on its rebalancing days only.")
    private @Nullable String calendar;

    @Option(names = "--date", description = "Today, with --calendar.")
    private @Nullable LocalDate date;

    @Option(names = "--period", defaultValue = "month", description = "day, week, month, quarter or year.")
    private String period = "";

    @Option(names = "--last", description = "On the last session of the period, rather than on the first.")
    private boolean last;

    RebalanceCommand(Console console) {
        super(console);
    }

    /** One trade that is planned. */
    record Planning(String asset, String side, double quantity, double value, double cost) {}

    /** One trade that is left out, and why. */
    record LeftOut(String asset, String side, double quantity, String why) {}

    /** What is printed to programs. */
    record Report(boolean due, List<Planning> trades, List<LeftOut> skipped, double cost, double cashAfter) {}

    @Override
    protected Answer answer() {
        Money held = money("cash", cash);
        if (!isDue()) {
            Report nothing =
                    new Report(false, List.of(), List.of(), 0, held.amount().toReal());
            return Answer.done(nothing, "not due on " + date);
        }
        CostModel costs = new CostModel(
                new Commission.OfValue(
                        Rate.ofBps(NamedNumbers.exact("cost-bps", costBps)), money("least-charge", leastCharge)),
                new Slippage.None());
        Rebalancer rebalancer = new Rebalancer(
                chosenRule(),
                costs,
                money("least-trade", leastTrade),
                new Rate(NamedNumbers.exact("most-cost", mostCost)));
        return switch (rebalancer.plan(holdings(), held)) {
            case TradeList.Refused refused ->
                throw new IllegalArgumentException(refused.instrument().symbol() + ": " + refused.detail());
            case Planned planned -> answer(planned);
        };
    }

    private boolean isDue() {
        if (calendar == null) {
            return true;
        }
        if (date == null) {
            throw new IllegalArgumentException("--date must be given with --calendar, was not");
        }
        Period chosen = Arrays.stream(Period.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(period))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "period must be day, week, month, quarter or year, was " + period));
        return new RebalanceCalendar(chosen, last).isDue(date, Calendars.of(calendar));
    }

    private RebalanceRule chosenRule() {
        return switch (rule) {
            case "always" -> new RebalanceRule.Always();
            case "threshold" -> new RebalanceRule.Threshold(distance);
            case "buffer" -> new RebalanceRule.BufferZone(distance);
            default -> throw new IllegalArgumentException("rule must be always, threshold or buffer, was " + rule);
        };
    }

    private Money money(String name, String text) {
        return new Money(NamedNumbers.exact(name, text), Currency.parse(currency));
    }

    private List<Holding> holdings() {
        NamedNumbers quantities = NamedNumbers.read(positions);
        NamedNumbers wanted = NamedNumbers.read(weights);
        NamedNumbers priced = NamedNumbers.read(prices);
        @Nullable NamedNumbers lotOf = lots == null ? null : NamedNumbers.read(lots);
        return Stream.concat(quantities.names().stream(), wanted.names().stream())
                .distinct()
                .map(asset -> {
                    Decimal lot = lotOf != null && lotOf.has(asset) ? lotOf.exact(asset) : Decimal.ONE;
                    return new Holding(
                            new InstrumentId(Symbol.parse(asset), ANY_VENUE),
                            quantities.has(asset) ? quantities.exact(asset) : Decimal.ZERO,
                            wanted.has(asset) ? wanted.reals(List.of(asset))[0] : 0,
                            new Price(priced.exact(asset)),
                            new ContractTerms(TICK, new Quantity(lot), Decimal.ONE, Currency.parse(currency)));
                })
                .toList();
    }

    private static Answer answer(Planned planned) {
        List<Planning> trades = planned.trades().stream()
                .map(trade -> new Planning(
                        asset(trade),
                        side(trade),
                        quantity(trade),
                        trade.value().amount().toReal(),
                        trade.cost().amount().toReal()))
                .toList();
        List<LeftOut> skipped = planned.skipped().stream()
                .map(one -> new LeftOut(
                        asset(one.trade()),
                        side(one.trade()),
                        quantity(one.trade()),
                        one.why().name().toLowerCase(Locale.ROOT)))
                .toList();
        double cost = trades.stream().mapToDouble(Planning::cost).sum();
        String text = planned.trades().stream()
                .map(trade ->
                        row(asset(trade), side(trade) + " " + trade.trade().quantity()))
                .collect(Collectors.joining("\n", "", "\n"));
        return Answer.done(
                new Report(
                        true,
                        trades,
                        skipped,
                        cost,
                        planned.cashAfter().amount().toReal()),
                text + row("cash after", planned.cashAfter().toString()));
    }

    private static String asset(PricedTrade trade) {
        return trade.trade().instrument().symbol().toString();
    }

    private static String side(PricedTrade trade) {
        return trade.trade().side().name().toLowerCase(Locale.ROOT);
    }

    private static double quantity(PricedTrade trade) {
        return trade.trade().quantity().value().toReal();
    }
}
