package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.allocation.BlackLitterman;
import io.mts1b.quantkit.allocation.BlackLitterman.Posterior;
import io.mts1b.quantkit.allocation.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the model of Black and Litterman needs besides prices, and blends. */
record ViewFiles(MarketEstimate market, double riskless, double tau) {

    /** How much return the market asks for a unit of variance, what that implies, and what is believed after the views. */
    static final class Blend {

        private final double delta;
        private final double[] prior;
        private final Posterior posterior;

        Blend(double delta, double[] prior, Posterior posterior) {
            this.delta = delta;
            this.prior = prior;
            this.posterior = posterior;
        }

        double delta() {
            return delta;
        }

        double[] prior() {
            return prior.clone();
        }

        Posterior posterior() {
            return posterior;
        }
    }

    static Path require(String option, @Nullable Path path) {
        if (path == null) {
            throw new IllegalArgumentException(option + " must be given for black-litterman, was not");
        }
        return path;
    }

    Blend read(Path marketCaps, Path marketPrices, Path views, Optional<Path> confidences) {
        List<String> assets = market.prices().assets();
        Map<String, Double> caps = CsvFile.read(marketCaps).numbersOf(assets);
        double[] worth = new double[assets.size()];
        for (int i = 0; i < worth.length; i++) {
            Double cap = caps.get(assets.get(i));
            if (cap == null) {
                throw new IllegalArgumentException(
                        "market caps must name " + assets.get(i) + ", named " + caps.keySet());
            }
            worth[i] = cap;
        }
        PriceTable index = PriceTable.read(marketPrices);
        double[] earned = index.only(index.assets().getFirst()).returns(0)[0];
        double delta = BlackLitterman.riskAversion(earned, market.frequency(), riskless);
        double[] prior = BlackLitterman.marketImplied(market.covariance(), worth, delta, riskless);
        BlackLitterman model = BlackLitterman.of(market.covariance(), prior, tau);
        List<View> held = views(CsvFile.read(views), assets);
        Posterior posterior = confidences
                .map(path -> model.posterior(held, confidences(CsvFile.read(path))))
                .orElseGet(() -> model.posterior(held));
        return new Blend(delta, prior, posterior);
    }

    /** Views on single assets, a name and a return to a line; or on any, under a header of assets and {@code q}. */
    private static List<View> views(CsvFile file, List<String> assets) {
        List<View> views = new ArrayList<>();
        List<String> header = file.lines().isEmpty() ? List.of() : file.lines().getFirst();
        if (header.isEmpty()
                || !header.getLast().equalsIgnoreCase("q")
                || !assets.containsAll(header.subList(0, header.size() - 1))) {
            file.numbersOf(assets)
                    .forEach((asset, value) -> views.add(View.absolute(assets.size(), assets.indexOf(asset), value)));
            return views;
        }
        for (int line = 1; line < file.lines().size(); line++) {
            List<String> cells = file.lines().get(line);
            if (file.isBlank(line)) {
                continue;
            }
            if (cells.size() != header.size()) {
                throw file.wrong(line, "line must have " + header.size() + " cells", String.valueOf(cells.size()));
            }
            double[] picks = new double[assets.size()];
            for (int k = 0; k < cells.size() - 1; k++) {
                picks[assets.indexOf(header.get(k))] = cells.get(k).isEmpty() ? 0 : file.number(line, cells.get(k));
            }
            views.add(View.of(picks, file.number(line, cells.getLast())));
        }
        return views;
    }

    /** The last cell of each line; a first line that is no number is a header. */
    private static double[] confidences(CsvFile file) {
        double[] found = new double[file.lines().size()];
        int count = 0;
        for (int line = 0; line < file.lines().size(); line++) {
            String cell = file.lines().get(line).getLast();
            boolean header = line == 0 && cell.chars().anyMatch(Character::isLetter);
            if (!file.isBlank(line) && !header) {
                found[count++] = file.number(line, cell);
            }
        }
        return Arrays.copyOf(found, count);
    }
}
