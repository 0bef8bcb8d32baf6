package io.mts1b.quantkit.commands;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.platform.service.Console;
import io.mts1b.quantkit.costmodels.Execution;
import io.mts1b.quantkit.costmodels.FeeCurrency;
import io.mts1b.quantkit.costmodels.FeeLine;
import io.mts1b.quantkit.costmodels.FeeSchedule;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mts quantkit costs}. */
@Command(
        name = "costs",
        description = "Lists fee schedules; with --schedule, says what an order pays under one, line by line.")
final class CostsCommand extends QuantkitCommand {

    static final Price ANY_TICK = Price.parse("0.000000000001");
    static final Quantity ANY_LOT = Quantity.parse("0.000000000001");

    @Option(names = "--schedule", description = "Such as ibkr-us-tiered; without it all are listed.")
    private @Nullable String schedule;

    @Option(names = "--schedule-file", description = "Schedules of your own, in the form of the house's.")
    private @Nullable Path file;

    @Option(names = "--symbol", description = "What is traded; it is only repeated.")
    private @Nullable String symbol;

    @Option(names = "--side", description = "buy, sell, short or cover.")
    private @Nullable String side;

    @Option(names = "--quantity", description = "How many shares, contracts or coins.")
    private @Nullable String quantity;

    @Option(names = "--price", description = "At which price; an option's is its premium.")
    private @Nullable String price;

    @Option(names = "--date", description = "The trade date; the last day the schedule is known for, if not given.")
    private @Nullable LocalDate date;

    @Option(
            names = {"--trailing-volume", "--monthly-volume"},
            defaultValue = "0",
            description = "What was traded before, in what the schedule goes by; see the list.")
    private String volume = "";

    @Option(names = "--liquidity", defaultValue = "taker", description = "maker, taker or unknown.")
    private String liquidity = "";

    @Option(names = "--multiplier", defaultValue = "1", description = "Units in a contract: 100 for a US option.")
    private String multiplier = "";

    @Option(names = "--currency", description = "Of the price; the schedule's, or USD, if not given.")
    private @Nullable String currency;

    @Option(names = "--base", description = "The coin that is bought, where fees are paid in it.")
    private @Nullable String base;

    @Option(names = "--beyond-known", description = "Use the nearest known rates on days without known ones.")
    private boolean extended;

    CostsCommand(Console console) {
        super(console);
    }

    /** One schedule of the list. */
    record Listed(
            String name,
            String title,
            String first,
            String last,
            String volume,
            List<String> charges,
            List<String> sources) {}

    /** The list. */
    record Catalogue(List<Listed> schedules) {}

    /** One line of a bill. */
    record Line(String charge, double amount) {}

    /** A bill. */
    record Bill(
            String schedule,
            @Nullable String symbol,
            String side,
            double quantity,
            double price,
            String date,
            double value,
            String currency,
            List<Line> lines,
            double total,
            @Nullable Double bps) {}

    @Override
    protected Answer answer() {
        try {
            return schedule == null
                    ? list()
                    : bill(ScheduleFiles.read(file, false).of(schedule));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("amounts must fit, did not: " + e.getMessage(), e);
        }
    }

    private Answer list() {
        List<FeeSchedule> all = ScheduleFiles.read(file, false).schedules();
        List<Listed> listed = all.stream()
                .map(one -> new Listed(
                        one.name(),
                        one.title(),
                        one.first().toString(),
                        one.last().toString(),
                        one.volume(),
                        one.charges().stream().map(charge -> charge.label()).toList(),
                        one.sources()))
                .toList();
        String text = all.stream()
                .map(one -> "%-24s %s to %s  %s%s"
                        .formatted(
                                one.name(),
                                one.first(),
                                one.last(),
                                one.title(),
                                one.volume().isEmpty() ? "" : "; by " + one.volume()))
                .collect(Collectors.joining("\n"));
        return Answer.done(new Catalogue(listed), text);
    }

    private Answer bill(FeeSchedule chosen) {
        Execution trade = trade(chosen);
        List<FeeLine> lines = (extended ? chosen.extended() : chosen).bill(trade, decimal("trailing-volume", volume));
        Money value = trade.terms().value(trade.price(), trade.quantity().value());
        Currency paid =
                lines.isEmpty() ? value.currency() : lines.getFirst().amount().currency();
        Money total = lines.stream().map(FeeLine::amount).reduce(Money.zero(paid), Money::plus);
        boolean isShare = paid.equals(value.currency()) && value.signum() != 0;
        Bill bill = new Bill(
                chosen.name(),
                symbol,
                name(trade.side()),
                trade.quantity().value().toReal(),
                trade.price().value().toReal(),
                trade.date().toString(),
                value.amount().toReal(),
                paid.code(),
                lines.stream()
                        .map(line ->
                                new Line(line.label(), line.amount().amount().toReal()))
                        .toList(),
                total.amount().toReal(),
                isShare ? total.amount().toReal() / Math.abs(value.amount().toReal()) * 1e4 : null);
        List<String> rows = new ArrayList<>(
                lines.stream().map(line -> row(line.label(), line.amount())).toList());
        rows.add(row("total", total));
        return Answer.done(bill, String.join("\n", rows));
    }

    private static String row(String label, Money amount) {
        return "%-28s %s".formatted(label, amount);
    }

    private Execution trade(FeeSchedule chosen) {
        String quoted = currency != null
                ? currency
                : chosen.currency() instanceof FeeCurrency.Fixed(Currency fixed) ? fixed.code() : "USD";
        return new Execution(
                new ContractTerms(ANY_TICK, ANY_LOT, decimal("multiplier", multiplier), Currency.parse(quoted)),
                Optional.ofNullable(base).map(Currency::parse),
                one(Side.values(), "side", given("side", side)),
                new Quantity(decimal("quantity", given("quantity", quantity))),
                new Price(decimal("price", given("price", price))),
                one(Liquidity.values(), "liquidity", liquidity),
                date == null ? chosen.last() : date);
    }

    private static String given(String name, @Nullable String text) {
        return Require.present(text, name + " must be given with --schedule, was not");
    }

    static Decimal decimal(String name, String text) {
        try {
            return Decimal.parse(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, was " + text, e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(name + " must fit, did not: " + e.getMessage(), e);
        }
    }

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E one(E[] values, String name, String text) {
        for (E value : values) {
            if (name(value).equals(text.toLowerCase(Locale.ROOT))) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + " must be one of "
                + List.of(values).stream().map(CostsCommand::name).toList() + ", was " + text);
    }
}
