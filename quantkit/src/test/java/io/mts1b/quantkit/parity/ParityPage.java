package io.mts1b.quantkit.parity;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.allocation.BlackLittermanGoldens;
import io.mts1b.quantkit.allocation.DailyRiskGoldens;
import io.mts1b.quantkit.allocation.HierarchicalGoldens;
import io.mts1b.quantkit.allocation.MeanRiskGoldens;
import io.mts1b.quantkit.attribution.AttributionGoldens;
import io.mts1b.quantkit.covariance.CovarianceGoldens;
import io.mts1b.quantkit.execution.ExecutionGoldens;
import io.mts1b.quantkit.expectedreturns.ExpectedReturnsGoldens;
import io.mts1b.quantkit.indicators.IndicatorGoldens;
import io.mts1b.quantkit.metrics.MetricsGoldens;
import io.mts1b.quantkit.metrics.PublishedGoldens;
import io.mts1b.quantkit.odds.OddsGoldens;
import io.mts1b.quantkit.options.OptionsGoldens;
import io.mts1b.quantkit.parity.Row.Verdict;
import io.mts1b.quantkit.validation.FoldsGoldens;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The page {@code docs/quant-parity.md}: every golden beside what this library answers. */
final class ParityPage {

    /** What makes the page anew. */
    static final String COMMAND =
            "./mvnw -pl quantkit -am test -Dtest=QuantParityTest -Dsurefire.failIfNoSpecifiedTests=false -Dmts.parity=write";

    private static final String HEAD = """
            # Parity of quantkit

            Every number of the golden files that the mathematics is held to, beside ours. The goldens were computed by the
            libraries named with each file; they are test data, and no part of the project. Where a golden is many numbers, the
            row shows the one that differs most. Formulas are held to 1e-10 of the golden. Optimisers are held to 1e-6 in each
            weight, and to a cost, written so that less is better, that is not above the peer's; a difference below zero means
            that ours is the better portfolio.

            This page is generated, and a test fails where it is not what the code says. To write it anew:

            ```bash
            """ + COMMAND + "\n```\n\n";

    private ParityPage() {}

    /** Computes everything. */
    static List<Sheet> sheets() {
        return List.of(
                pyPortfolioOpt(
                        StockWindow.COMMON, "Twenty stocks where each has a price, 896 days, by PyPortfolioOpt."),
                pyPortfolioOpt(StockWindow.RAGGED, "The same from 1990 on, with prices missing before a listing."),
                skfolio(),
                MetricsGoldens.sheet(),
                ExecutionGoldens.sheet(),
                OddsGoldens.sheet(),
                OptionsGoldens.sheet(),
                IndicatorGoldens.sheet(),
                AttributionGoldens.sheet(),
                PublishedGoldens.bacon(),
                PublishedGoldens.managers());
    }

    private static Sheet pyPortfolioOpt(String file, String about) {
        StockWindow stocks = StockWindow.of(file);
        Sheet sheet = new Sheet("pypfopt/" + file + ".json", about);
        ExpectedReturnsGoldens.compare(stocks, sheet);
        CovarianceGoldens.compareWithPyPortfolioOpt(stocks, sheet);
        HierarchicalGoldens.compareWithPyPortfolioOpt(stocks, sheet);
        MeanRiskGoldens.compare(stocks, sheet);
        BlackLittermanGoldens.compare(stocks, sheet);
        JsonNode lots = stocks.golden().required("discrete_allocation_100k_min_vol");
        for (String method : List.of("greedy_portfolio", "lp_portfolio")) {
            int numbers = lots.required(method).required("allocation").size() + 1;
            sheet.absent("discrete_allocation " + method, numbers, "portfolio's, and reproduced by its tests");
        }
        return sheet;
    }

    private static Sheet skfolio() {
        StockWindow stocks = StockWindow.of(StockWindow.COMMON);
        JsonNode answers = Goldens.json("skfolio/ppo20_common_window.json");
        Sheet sheet = new Sheet(
                "skfolio/ppo20_common_window.json",
                "The same twenty stocks by skfolio, on daily returns, not annualised.");
        HierarchicalGoldens.compareWithSkfolio(stocks, answers, sheet);
        DailyRiskGoldens.compareWithSkfolio(stocks, answers, sheet);
        CovarianceGoldens.compareWithSkfolio(stocks, answers, sheet);
        FoldsGoldens.compareWithSkfolio(answers, sheet);
        return sheet;
    }

    static String markdown(List<Sheet> sheets) {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| File | Numbers | Reproduced | Differ for a reason | Not here |\n|---|--:|--:|--:|--:|\n");
        Map<Verdict, Integer> all = new EnumMap<>(Verdict.class);
        for (Sheet sheet : sheets) {
            Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
            for (Row row : sheet.rows()) {
                counts.merge(row.verdict(), row.numbers(), Integer::sum);
                all.merge(row.verdict(), row.numbers(), Integer::sum);
            }
            count(page, sheet.file(), counts);
        }
        count(page, "**all**", all);
        page.append("""

                Of the other goldens beside these, `lob_replay` and `signing` are of order books and of request signatures, which are
                no part of quantkit; they are not compared here.
                """);
        for (Sheet sheet : sheets) {
            page.append('\n').append(sheet.markdown());
        }
        return page.toString();
    }

    private static void count(StringBuilder page, String file, Map<Verdict, Integer> counts) {
        int numbers = counts.values().stream().mapToInt(n -> n).sum();
        page.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d |\n",
                file,
                numbers,
                counts.getOrDefault(Verdict.OK, 0),
                counts.getOrDefault(Verdict.APART, 0),
                counts.getOrDefault(Verdict.ABSENT, 0)));
    }
}
