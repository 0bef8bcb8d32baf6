package io.mts1b.portfolio.commands;

import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.service.Console;
import io.mts1b.portfolio.discrete.DiscreteAllocation;
import io.mts1b.portfolio.discrete.DiscreteAllocation.Allocated;
import io.mts1b.portfolio.discrete.DiscreteAllocator;
import io.mts1b.portfolio.discrete.LotTarget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts portfolio discrete}. */
@Command(name = "discrete", description = "Turns weights into whole lots that cash can pay for.")
final class DiscreteCommand extends PortfolioCommand {

    @Option(names = "--weights", required = true, description = "Lines of an asset and its weight.")
    private Path weights = Path.of("");

    @Option(
            names = "--prices",
            required = true,
            description = "Lines of an asset and its price, or columns of prices by date, whose last ones are taken.")
    private Path prices = Path.of("");

    @Option(names = "--cash", required = true, description = "The capital that weights are shares of.")
    private String cash = "";

    @Option(names = "--method", required = true, description = "greedy or exact.")
    private String method = "";

    @Option(names = "--lots", description = "Lines of an asset and its lot; 1 where an asset is missing.")
    private @Nullable Path lots;

    @Option(names = "--reinvest", description = "Pay long positions with what selling short brings in.")
    private boolean reinvest;

    DiscreteCommand(Console console) {
        super(console);
    }

    /** What is printed to programs; assets of which nothing is held are left out. */
    record Report(
            SortedMap<String, Double> allocation,
            double leftover,
            double shortProceeds,
            double deviation,
            boolean optimal) {}

    @Override
    protected Answer answer() {
        DiscreteAllocator allocator = switch (method) {
            case "greedy" -> DiscreteAllocator.GREEDY;
            case "exact" -> DiscreteAllocator.EXACT;
            default -> throw new IllegalArgumentException("method must be greedy or exact, was " + method);
        };
        NamedNumbers wanted = NamedNumbers.read(weights);
        NamedNumbers priced = NamedNumbers.read(prices);
        @Nullable NamedNumbers lotOf = lots == null ? null : NamedNumbers.read(lots);
        List<LotTarget> targets = new ArrayList<>();
        for (String asset : wanted.names()) {
            Decimal lot = lotOf != null && lotOf.has(asset) ? lotOf.exact(asset) : Decimal.ONE;
            targets.add(
                    new LotTarget(wanted.reals(List.of(asset))[0], new Price(priced.exact(asset)), new Quantity(lot)));
        }
        return switch (allocator.allocate(targets, NamedNumbers.exact("cash", cash), reinvest)) {
            case DiscreteAllocation.Refused refused ->
                throw new IllegalArgumentException(
                        refused.detail() + "; assets are counted in the order of " + wanted.names());
            case Allocated allocated -> answer(wanted.names(), allocated);
        };
    }

    private static Answer answer(List<String> assets, Allocated allocated) {
        SortedMap<String, Double> held = new TreeMap<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < assets.size(); i++) {
            Decimal quantity = allocated.quantities().get(i);
            if (!quantity.isZero()) {
                held.put(assets.get(i), quantity.toReal());
                text.append(row(assets.get(i), quantity.toString())).append('\n');
            }
        }
        text.append(row("leftover", allocated.leftover().toString()));
        return Answer.done(
                new Report(
                        held,
                        allocated.leftover().toReal(),
                        allocated.shortProceeds().toReal(),
                        allocated.deviation(),
                        allocated.optimal()),
                text.toString());
    }
}
