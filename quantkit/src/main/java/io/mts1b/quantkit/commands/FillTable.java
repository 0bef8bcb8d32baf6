package io.mts1b.quantkit.commands;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.costmodels.Execution;
import io.mts1b.quantkit.costmodels.calibration.ChargedFill;
import io.mts1b.quantkit.costmodels.calibration.FillCosts;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Fills as a file gives them to a command: named columns in any order, one line per fill. Immutable. */
final class FillTable {

    private static final List<String> COLUMNS = List.of(
            "order",
            "date",
            "symbol",
            "side",
            "quantity",
            "price",
            "mid",
            "spread",
            "volume",
            "volatility",
            "fee",
            "currency",
            "base",
            "liquidity",
            "multiplier",
            "before");

    private final CsvFile file;
    private final Map<String, Integer> columns;
    private final List<Integer> lines;

    private FillTable(CsvFile file, Map<String, Integer> columns, List<Integer> lines) {
        this.file = file;
        this.columns = columns;
        this.lines = lines;
    }

    static FillTable read(Path path) {
        CsvFile file = CsvFile.read(path);
        if (file.lines().isEmpty()) {
            throw new IllegalArgumentException(file.name() + " must have a header, is empty");
        }
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> header = file.lines().getFirst();
        for (int i = 0; i < header.size(); i++) {
            if (!COLUMNS.contains(header.get(i))) {
                throw file.wrong(0, "column must be one of " + COLUMNS, header.get(i));
            }
            if (columns.put(header.get(i), i) != null) {
                throw file.wrong(0, "column must come once", header.get(i));
            }
        }
        List<Integer> lines = IntStream.range(1, file.lines().size())
                .filter(line -> !file.isBlank(line))
                .boxed()
                .toList();
        for (int line : lines) {
            int cells = file.lines().get(line).size();
            if (cells != header.size()) {
                throw file.wrong(line, "line must have " + header.size() + " cells", String.valueOf(cells));
            }
        }
        return new FillTable(file, columns, lines);
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    int size() {
        return lines.size();
    }

    private String cell(int line, String column) {
        Integer index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException(
                    file.name() + " must have a column " + column + ", has " + columns.keySet());
        }
        return file.lines().get(line).get(index);
    }

    private String cell(int line, String column, String otherwise) {
        return has(column) && !cell(line, column).isEmpty() ? cell(line, column) : otherwise;
    }

    /** Without a column of orders each fill is one. */
    private String order(int line) {
        return cell(line, "order", "line " + (line + 1));
    }

    private double positive(int line, String column) {
        double value = file.number(line, cell(line, column));
        if (!(value > 0)) {
            throw file.wrong(line, column + " must be positive", cell(line, column));
        }
        return value;
    }

    private Side side(int line) {
        try {
            return CostsCommand.one(Side.values(), "side", cell(line, "side"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file.name() + " line " + (line + 1) + ": " + e.getMessage(), e);
        }
    }

    /** What an order did, summed over its fills; the market is that of its first. */
    private record Traded(int firstLine, double quantity, double value) {}

    /** Returns what orders cost, in the order of their first fills. */
    FillCosts costs() {
        Map<String, Traded> orders = new LinkedHashMap<>();
        for (int line : lines) {
            double quantity = positive(line, "quantity");
            double value = quantity * file.number(line, cell(line, "price"));
            Traded before = orders.getOrDefault(order(line), new Traded(line, 0, 0));
            if (side(before.firstLine) != side(line)) {
                throw file.wrong(line, "side must be that of the order's first fill", cell(line, "side"));
            }
            orders.put(order(line), new Traded(before.firstLine, before.quantity + quantity, before.value + value));
        }
        List<Traded> all = new ArrayList<>(orders.values());
        int n = all.size();
        double[] costs = new double[n];
        double[] halfSpreads = new double[n];
        double[] volatilities = new double[n];
        double[] participations = new double[n];
        for (int i = 0; i < n; i++) {
            Traded traded = all.get(i);
            int line = traded.firstLine;
            double mid = positive(line, "mid");
            double spread = file.number(line, cell(line, "spread"));
            if (spread < 0) {
                throw file.wrong(line, "spread must not be negative", cell(line, "spread"));
            }
            costs[i] = side(line).sign() * (traded.value / traded.quantity - mid) / mid;
            halfSpreads[i] = spread / 2 / mid;
            volatilities[i] = positive(line, "volatility");
            participations[i] = traded.quantity / positive(line, "volume");
        }
        return FillCosts.of(costs, halfSpreads, volatilities, participations);
    }

    /** Returns the fills with what was charged for them. */
    List<ChargedFill> charged() {
        return lines.stream().map(this::charged).toList();
    }

    private ChargedFill charged(int line) {
        try {
            Currency currency = Currency.parse(cell(line, "currency", "USD"));
            Optional<Currency> base = Optional.of(cell(line, "base", ""))
                    .filter(code -> !code.isEmpty())
                    .map(Currency::parse);
            Decimal multiplier = CostsCommand.decimal("multiplier", cell(line, "multiplier", "1"));
            ContractTerms terms = new ContractTerms(CostsCommand.ANY_TICK, CostsCommand.ANY_LOT, multiplier, currency);
            Execution execution = new Execution(
                    terms,
                    base,
                    side(line),
                    new Quantity(CostsCommand.decimal("quantity", cell(line, "quantity"))),
                    new Price(CostsCommand.decimal("price", cell(line, "price"))),
                    CostsCommand.one(Liquidity.values(), "liquidity", cell(line, "liquidity", "taker")),
                    LocalDate.parse(cell(line, "date")));
            return new ChargedFill(
                    order(line),
                    execution,
                    CostsCommand.decimal("before", cell(line, "before", "0")),
                    new Money(CostsCommand.decimal("fee", cell(line, "fee")), currency));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(file.name() + " line " + (line + 1) + ": " + e.getMessage(), e);
        }
    }
}
