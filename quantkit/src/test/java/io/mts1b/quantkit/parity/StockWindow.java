package io.mts1b.quantkit.parity;

import io.mts1b.quantkit.Goldens;
import io.mts1b.quantkit.PriceFile;
import io.mts1b.quantkit.covariance.SymmetricMatrix;
import io.mts1b.quantkit.returns.Returns;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Twenty stocks, 1990 to 2018, and what PyPortfolioOpt 65cabcee says of them.
 *
 * @param prices the prices it was given
 * @param golden its answers
 */
public record StockWindow(PriceFile prices, JsonNode golden) {

    /** Where every stock has a price. */
    public static final String COMMON = "ppo20_common_window";

    /** From the first price of any stock. */
    public static final String RAGGED = "ppo20_full_ragged";

    public static StockWindow of(String file) {
        PriceFile all = PriceFile.read("ppo_stock_prices.csv.gz");
        return new StockWindow(file.equals(COMMON) ? all.complete() : all, Goldens.json("pypfopt/" + file + ".json"));
    }

    public List<String> names() {
        return prices.names();
    }

    public double[][] returns() {
        return Returns.simple(prices.columns());
    }

    /** The days on which every stock has a return, of these the last 750. */
    public double[][] latestReturns() {
        return Arrays.stream(Returns.simple(prices.complete().columns()))
                .map(column -> Arrays.copyOfRange(column, column.length - 750, column.length))
                .toArray(double[][]::new);
    }

    /** The golden itself, which the optimisers of the peer were given. */
    public double[] expected() {
        return numbers(golden.required("mean_historical_return"));
    }

    public double[] numbers(JsonNode object) {
        return Goldens.numbers(object, names());
    }

    public static SymmetricMatrix matrix(JsonNode labelled) {
        return SymmetricMatrix.of(Goldens.matrix(labelled.required("matrix")));
    }

    public SymmetricMatrix sample() {
        return matrix(golden.required("sample_cov"));
    }

    public SymmetricMatrix shrunk() {
        return matrix(golden.required("shrinkage").required("constant_variance").required("cov"));
    }
}
