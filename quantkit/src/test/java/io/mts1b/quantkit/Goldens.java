package io.mts1b.quantkit;

import io.mts1b.testkit.SharedData;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the answers of other libraries that lie in the shared data. */
public final class Goldens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Goldens() {}

    public static JsonNode json(String name) {
        return JSON.readTree(SharedData.path("quant_goldens/" + name).toFile());
    }

    public static double[] numbers(JsonNode object, List<String> names) {
        return names.stream()
                .mapToDouble(name -> object.required(name).doubleValue())
                .toArray();
    }

    public static double[] row(JsonNode numbers) {
        double[] row = new double[numbers.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = numbers.get(i).doubleValue();
        }
        return row;
    }

    public static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = row(rows.get(i));
        }
        return matrix;
    }
}
