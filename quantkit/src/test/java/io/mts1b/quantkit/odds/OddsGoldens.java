package io.mts1b.quantkit.odds;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.parity.Sheet;
import io.mts1b.quantkit.parity.Tolerance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** The margins of bookmakers, removed from the odds of a hundred football matches. */
public final class OddsGoldens {

    private static final String FILE = "odds/football_E0_2019-20_first100.json";

    private final List<String> labels = new ArrayList<>();
    private final List<JsonNode> books = new ArrayList<>();
    private final Sheet sheet =
            new Sheet(FILE, "A hundred matches, each at the odds of three bookmakers for home, draw and away.");

    private OddsGoldens() {}

    public static Sheet sheet() {
        OddsGoldens all = new OddsGoldens();
        JsonNode rows = Goldens.json(FILE).required("rows");
        for (JsonNode row : rows) {
            for (Map.Entry<String, JsonNode> book : row.required("books").properties()) {
                all.labels.add("match " + row.required("row").intValue() + " " + book.getKey());
                all.books.add(book.getValue());
            }
        }
        all.number("overround", odds -> MarginRemoval.PROPORTIONAL.of(odds).overround());
        for (MarginRemoval method : MarginRemoval.values()) {
            all.probabilities(method);
        }
        all.number("power_k", odds -> MarginRemoval.POWER.of(odds).parameter());
        all.number("shin_z", odds -> MarginRemoval.SHIN.of(odds).parameter());
        all.number("odds_ratio_c", odds -> MarginRemoval.ODDS_RATIO.of(odds).parameter());
        all.bestPrices(rows);
        all.sheet.absent(
                "kelly_full_vs_PinnacleClose_shin_at_B365_odds",
                3 * rows.size(),
                "portfolio's, and reproduced by its tests");
        return all.sheet;
    }

    private void number(String name, ToDoubleFunction<double[]> ours) {
        sheet.numbers(
                name,
                labels,
                books.stream()
                        .mapToDouble(book -> book.required(name).doubleValue())
                        .toArray(),
                books.stream()
                        .mapToDouble(book -> ours.applyAsDouble(Goldens.row(book.required("odds"))))
                        .toArray(),
                Tolerance.FORMULA);
    }

    private void probabilities(MarginRemoval method) {
        String name = method.name().toLowerCase(Locale.ROOT);
        sheet.numbers(
                name,
                k -> labels.get(k / 3) + " outcome " + k % 3,
                books.stream()
                        .flatMapToDouble(book -> Arrays.stream(Goldens.row(book.required(name))))
                        .toArray(),
                books.stream()
                        .flatMap(book -> method.of(Goldens.row(book.required("odds"))).probabilities().stream())
                        .mapToDouble(p -> p)
                        .toArray(),
                Tolerance.FORMULA);
    }

    private void bestPrices(JsonNode rows) {
        List<String> theirs = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        List<String> where = new ArrayList<>();
        List<Double> overrounds = new ArrayList<>();
        List<Double> found = new ArrayList<>();
        for (JsonNode row : rows) {
            double[] best = Goldens.row(row.required("best_price"));
            String match = "match " + row.required("row").intValue();
            theirs.add(match + " " + row.required("arbitrage").booleanValue());
            ours.add(match + " " + Arbitrage.of(best).isPresent());
            where.add(match);
            overrounds.add(row.required("best_price_overround").doubleValue());
            found.add(MarginRemoval.PROPORTIONAL.of(best).overround());
        }
        sheet.words("arbitrage", theirs, ours);
        sheet.numbers(
                "best_price_overround",
                where,
                overrounds.stream().mapToDouble(x -> x).toArray(),
                found.stream().mapToDouble(x -> x).toArray(),
                Tolerance.absolute(1e-14));
    }
}
