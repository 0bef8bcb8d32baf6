package io.mts1b.quantkit;

import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads the answers of other libraries that lie in the shared data. */
public final class Goldens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Goldens() {}

    /** Reads a file, compressed if its name ends so. */
    public static JsonNode json(String name) {
        return JSON.readTree(String.join("\n", lines(name)));
    }

    /** Reads the lines of a file, compressed if its name ends so. */
    public static List<String> lines(String name) {
        try (InputStream file = Files.newInputStream(SharedData.path("quant_goldens/" + name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
