package io.mts1b.omsalgos.commands;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.AlgoInput.Started;
import io.mts1b.omsalgos.ExecutionLimits;
import io.mts1b.omsalgos.FinishReason;
import io.mts1b.omsalgos.Rehearsal;
import io.mts1b.omsalgos.VolumeProfile;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.platform.service.Console;
import io.mts1b.platform.service.CsvFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mts oms-algos plan}. */
@Command(
        name = "plan",
        description = "Prints the children that an algo would place in a market that does what is expected of it.")
final class PlanCommand extends AlgoCommandLine {

    /** Where nothing is sent, any parent will do. */
    private static final InstrumentId ANY = InstrumentId.parse("ANY.X");

    @Mixin
    private AlgoOptions options = new AlgoOptions();

    @Option(names = "--quantity", required = true, description = "How much is wanted.")
    private String quantity = "";

    @Option(names = "--side", defaultValue = "buy", description = "buy, sell, short or cover.")
    private String side = "";

    @Option(names = "--price", defaultValue = "100", description = "What the market trades at.")
    private String price = "";

    @Option(names = "--limit", description = "The parent's limit.")
    private @Nullable String limit;

    @Option(names = "--lot", defaultValue = "1", description = "The smallest quantity step.")
    private String lot = "";

    @Option(names = "--tick", defaultValue = "0.01", description = "The smallest price step.")
    private String tick = "";

    @Option(names = "--volume", defaultValue = "0", description = "What the market trades within the horizon.")
    private String volume = "";

    @Option(
            names = "--profile",
            description = "A line for each equal part of the horizon: its volume, or its volumes on past days.")
    private @Nullable Path profile;

    @Option(names = "--displayed", description = "What the market shows at its best price; the quantity by default.")
    private @Nullable String displayed;

    @Option(names = "--max-participation", description = "The largest part of the volume for any algo.")
    private @Nullable String mostParticipation;

    @Option(names = "--least-child", defaultValue = "0", description = "The smallest child.")
    private String leastChild = "";

    PlanCommand(Console console) {
        super(console);
    }

    /** One child. */
    record Child(Duration after, Quantity quantity, Quantity filled, OrderType orderType, TimeInForce timeInForce) {}

    /** What is printed to programs. */
    record Report(String algo, List<Child> children, FinishReason end, Quantity filled, Quantity unfilled) {}

    @Override
    protected Answer answer() {
        @Nullable VolumeProfile shape = profile == null ? null : profile(CsvFile.read(profile));
        Algo algo = options.algo(shape);
        ExecutionLimits limits = ExecutionLimits.NONE.withLeastChild(quantity("least-child", leastChild));
        if (mostParticipation != null) {
            limits = limits.withParticipation(rate("max-participation", mostParticipation));
        }
        ContractTerms terms = new ContractTerms(price("tick", tick), quantity("lot", lot), Decimal.ONE, Currency.USD);
        Started start = new Started(parent(), terms, algo, limits, Instant.EPOCH);
        Rehearsal market = new Rehearsal(
                price("price", price),
                quantity("displayed", displayed == null ? quantity : displayed),
                quantity("volume", volume),
                shape == null ? VolumeProfile.uniform(parts(algo)) : shape);
        Rehearsal.Plan plan = market.plan(start, new RandomStreams(options.seed()));
        List<Child> children = plan.children().stream()
                .map(child -> new Child(
                        child.after(),
                        child.order().quantity(),
                        child.filled(),
                        child.order().orderType(),
                        child.order().timeInForce()))
                .toList();
        Report report = new Report(
                options.name(),
                children,
                plan.end().reason(),
                plan.end().filled(),
                plan.end().unfilled());
        return Answer.done(report, text(report));
    }

    /** A volume without a shape flows once a minute, but in no more parts than a profile has. */
    private static int parts(Algo algo) {
        return Math.clamp(algo.horizon().toMinutes(), 1, Algo.MOST_SLICES);
    }

    private static VolumeProfile profile(CsvFile file) {
        List<List<Double>> days = new ArrayList<>();
        for (int line = 0; line < file.lines().size(); line++) {
            List<String> cells = file.lines().get(line);
            if (!file.isBlank(line)) {
                if (days.isEmpty()) {
                    cells.forEach(_ -> days.add(new ArrayList<>()));
                }
                if (cells.size() != days.size()) {
                    throw file.wrong(line, "line must have " + days.size() + " cells", String.valueOf(cells.size()));
                }
                for (int day = 0; day < cells.size(); day++) {
                    days.get(day).add(file.number(line, cells.get(day)));
                }
            }
        }
        return days.size() == 1 ? new VolumeProfile(days.getFirst()) : VolumeProfile.estimated(days);
    }

    private Order parent() {
        @Nullable Price most = priceIfGiven("limit", limit);
        return Order.builder()
                .orderId(new OrderId("plan"))
                .idempotencyKey(new IdempotencyKey("plan"))
                .fund(FundId.parse("plan"))
                .strategy(StrategyId.parse("plan"))
                .instrument(ANY)
                .side(one("side", Side.values(), side))
                .quantity(quantity("quantity", quantity))
                .type(most == null ? new OrderType.Market() : new OrderType.Limit(most))
                .timeInForce(TimeInForce.DAY)
                .broker(BrokerId.parse("plan"))
                .actor(ActorId.parse("plan"))
                .createdAt(Instant.EPOCH)
                .build();
    }

    private static String text(Report report) {
        StringBuilder text = new StringBuilder(row("after", "quantity", "filled", "order"));
        for (Child child : report.children) {
            text.append('\n')
                    .append(row(
                            child.after.toString().substring(2).toLowerCase(Locale.ROOT),
                            child.quantity.toString(),
                            child.filled.toString(),
                            name(child.orderType.kind())
                                    + child.orderType
                                            .limitPrice()
                                            .map(at -> " " + at)
                                            .orElse("")));
        }
        return text + "\n" + name(report.end) + ": " + report.filled + " filled, " + report.unfilled + " not";
    }

    private static String row(String after, String quantity, String filled, String order) {
        return String.format(Locale.ROOT, "%-14s %14s %14s  %s", after, quantity, filled, order);
    }
}
