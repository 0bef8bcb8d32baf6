package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import io.mts1b.quantkit.costmodels.Charge.Bound;
import io.mts1b.quantkit.costmodels.Charge.Bounds;
import io.mts1b.quantkit.costmodels.Charge.Rounding;
import io.mts1b.quantkit.costmodels.Charge.Sides;
import io.mts1b.quantkit.costmodels.Charge.Tiers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lines of one charge, as they are read. Confined to one thread. */
final class ChargeText {

    private final String label;
    private final Set<String> said = new TreeSet<>();
    private final Map<LocalDate, List<RateTable.Row>> rows = new TreeMap<>();
    private final List<Dated<Bound>> least = new ArrayList<>();
    private final List<Dated<Bound>> most = new ArrayList<>();
    private @Nullable FeeBasis basis;
    private Sides sides = Sides.BOTH;
    private Tiers tiers = Tiers.WHOLE;
    private Rounding rounding = RateText.rounding("half-up");

    ChargeText(String label) {
        this.label = label;
    }

    void read(String key, String text) {
        switch (key) {
            case "rate" -> {
                Dated<RateTable.Row> row = RateText.rate(text);
                rows.computeIfAbsent(row.since(), _ -> new ArrayList<>()).add(row.value());
            }
            case "least" -> least.add(RateText.bound(text));
            case "most" -> most.add(RateText.bound(text));
            default -> {
                Require.that(said.add(key), key + " must come once, came again");
                readOnce(key, text);
            }
        }
    }

    private void readOnce(String key, String text) {
        switch (key) {
            case "of" -> basis = basis(text);
            case "on" -> sides = sides(text);
            case "tiers" -> tiers = tiers(text);
            case "rounding" -> rounding = RateText.rounding(text);
            default ->
                throw new IllegalArgumentException(
                        "line of a charge must begin with of, on, tiers, rate, least, most or" + " rounding, was '"
                                + key + "'");
        }
    }

    Charge charge() {
        try {
            return new Charge(
                    label,
                    Require.present(basis, "of must be said, was not"),
                    sides,
                    tiers,
                    rows.entrySet().stream()
                            .map(table -> new Dated<>(table.getKey(), new RateTable(table.getValue())))
                            .toList(),
                    new Bounds(least, most),
                    rounding);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("charge " + label + ": " + e.getMessage(), e);
        }
    }

    private static FeeBasis basis(String text) {
        return switch (text) {
            case "units" -> new FeeBasis.Units();
            case "value" -> new FeeBasis.Value();
            case "order" -> new FeeBasis.Order();
            default -> {
                Require.that(
                        text.startsWith("charge "),
                        "of must be units, value, order or charge <label>, was '" + text + "'");
                yield new FeeBasis.OfCharge(text.substring("charge ".length()).strip());
            }
        };
    }

    private static Sides sides(String text) {
        return switch (text) {
            case "both" -> Sides.BOTH;
            case "buys" -> Sides.BUYS;
            case "sales" -> Sides.SALES;
            default -> throw new IllegalArgumentException("on must be both, buys or sales, was '" + text + "'");
        };
    }

    private static Tiers tiers(String text) {
        return switch (text) {
            case "whole" -> Tiers.WHOLE;
            case "marginal" -> Tiers.MARGINAL;
            default -> throw new IllegalArgumentException("tiers must be whole or marginal, was '" + text + "'");
        };
    }
}
