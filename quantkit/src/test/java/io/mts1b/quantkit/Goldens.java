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

    public static double[][] matrix(JsonNode rows) {
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            JsonNode row = rows.get(i);
            matrix[i] = new double[row.size()];
            for (int j = 0; j < matrix[i].length; j++) {
                matrix[i][j] = row.get(j).doubleValue();
            }
        }
        return matrix;
    }
}
