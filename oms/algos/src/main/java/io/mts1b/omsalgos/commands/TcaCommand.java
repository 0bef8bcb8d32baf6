package io.mts1b.omsalgos.commands;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.analysis.CostAnalysis;
import io.mts1b.omsalgos.analysis.MarketPrices;
import io.mts1b.omsalgos.analysis.ParentResult;
import io.mts1b.platform.service.Console;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts oms-algos tca}. */
@Command(name = "tca", description = "Says what an order cost, and why.")
final class TcaCommand extends AlgoCommandLine {

    /** Files name no instrument, and the analysis needs none. */
    private static final InstrumentId ANY = InstrumentId.parse("ANY.X");

    private static final Price TICK = Price.parse("0.000000001");
    private static final Quantity LOT = Quantity.parse("0.000000001");

    @Option(
            names = "--fills",
            required = true,
            description = "Named columns: quantity, price, and perhaps fee and side; a line for each fill.")
    private Path fills = Path.of("");

    @Option(names = "--side", description = "buy, sell, short or cover, where the file does not say.")
    private @Nullable String side;

    @Option(names = "--quantity", description = "How much was wanted; what was filled by default.")
    private @Nullable String quantity;

    @Option(names = "--arrival", required = true, description = "The price when the order came to the market.")
    private String arrival = "";

    @Option(names = "--decision", description = "The price when it was decided; that of the arrival by default.")
    private @Nullable String decision;

    @Option(names = "--close", description = "The price at the end; needed where not all was filled.")
    private @Nullable String close;

    @Option(names = "--vwap", description = "The price of the market by volume.")
    private @Nullable String vwap;

    @Option(names = "--twap", description = "The price of the market by time.")
    private @Nullable String twap;

    @Option(names = "--market", description = "Trades of the market to compute both from: at, price and quantity.")
    private @Nullable Path market;

    @Option(names = "--from", description = "When the order began, such as 2026-03-02T14:30:00Z, with --market.")
    private @Nullable String from;

    @Option(names = "--to", description = "When it ended, exclusive, with --market.")
    private @Nullable String to;

    @Option(names = "--multiplier", defaultValue = "1", description = "Units of the underlying in a contract.")
    private String multiplier = "";

    @Option(names = "--currency", defaultValue = "USD", description = "Of prices and fees.")
    private String currency = "";

    TcaCommand(Console console) {
        super(console);
    }

    @Override
    protected Answer answer() {
        Currency paid = Currency.parse(currency);
        List<Fill> all = fills(paid);
        Quantity wanted = quantity == null
                ? all.stream().map(Fill::quantity).reduce(Quantity.ZERO, Quantity::plus)
                : quantity("quantity", quantity);
        ParentResult result = new ParentResult(
                all.getFirst().side(),
                wanted,
                new ContractTerms(TICK, LOT, decimal("multiplier", multiplier), paid),
                price("decision", decision == null ? arrival : decision),
                price("arrival", arrival),
                priceIfGiven("close", close),
                all);
        @Nullable Price byVolume = priceIfGiven("vwap", vwap);
        @Nullable Price byTime = priceIfGiven("twap", twap);
        if (market != null) {
            if (byVolume != null || byTime != null) {
                throw new IllegalArgumentException("--vwap and --twap must not be given with --market");
            }
            List<Trade> trades = trades(NamedColumns.read(market, List.of("at", "price", "quantity")));
            Instant start = read("from", "an instant", given("from", from), Instant::parse);
            Instant end = read("to", "an instant", given("to", to), Instant::parse);
            byVolume = MarketPrices.vwap(trades, start, end).orElse(null);
            byTime = MarketPrices.twap(trades, start, end).orElse(null);
        }
        CostAnalysis costs = CostAnalysis.of(result, byVolume, byTime);
        return Answer.done(costs, text(costs));
    }

    private List<Fill> fills(Currency paid) {
        NamedColumns lines = NamedColumns.read(fills, List.of("quantity", "price", "fee", "side"));
        List<Fill> all = new ArrayList<>();
        for (int line : lines.lines()) {
            String name = lines.has("side") ? lines.cell(line, "side") : given("side", side);
            all.add(Fill.builder()
                    .fillId(new FillId("line-" + line))
                    .orderId(new OrderId("order"))
                    .instrument(ANY)
                    .side(lines.parse(line, "side", name, text -> one("side", Side.values(), text)))
                    .quantity(lines.parse(line, "quantity", lines.cell(line, "quantity"), Quantity::parse))
                    .price(lines.parse(line, "price", lines.cell(line, "price"), Price::parse))
                    .fee(new Money(
                            lines.has("fee")
                                    ? lines.parse(line, "fee", lines.cell(line, "fee"), Decimal::parse)
                                    : Decimal.ZERO,
                            paid))
                    .liquidity(Liquidity.TAKER)
                    .at(Instant.EPOCH)
                    .build());
        }
        return all;
    }

    private static List<Trade> trades(NamedColumns lines) {
        List<Trade> trades = new ArrayList<>();
        for (int line : lines.lines()) {
            trades.add(new Trade(
                    "line-" + line,
                    ANY,
                    lines.parse(line, "price", lines.cell(line, "price"), Price::parse),
                    lines.parse(line, "quantity", lines.cell(line, "quantity"), Quantity::parse),
                    Aggressor.BUYER,
                    lines.parse(line, "at", lines.cell(line, "at"), Instant::parse)));
        }
        return trades;
    }

    private static String text(CostAnalysis costs) {
        List<String> rows = new ArrayList<>();
        rows.add(row("filled", costs.filled() + " of " + costs.quantity(), ""));
        rows.add(row("delay", costs.delay(), ""));
        rows.add(row("execution", costs.execution(), ""));
        rows.add(row("opportunity", costs.opportunity(), ""));
        rows.add(row("fees", costs.fees(), ""));
        rows.add(row("total", costs.total(), bps(costs.totalBps())));
        for (CostAnalysis.Comparison one : costs.comparisons()) {
            rows.add(row("against " + name(one.benchmark()) + " " + one.price(), one.cost(), bps(one.bps())));
        }
        return String.join("\n", rows);
    }

    private static String bps(@Nullable Decimal bps) {
        return bps == null ? "" : bps + " bps";
    }

    private static String row(String name, Object value, String more) {
        return String.format(Locale.ROOT, "%-28s %22s  %s", name, value, more).stripTrailing();
    }
}
