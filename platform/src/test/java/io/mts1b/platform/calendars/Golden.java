package io.mts1b.platform.calendars;

import io.mts1b.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the files of shared data. */
final class Golden {

    private Golden() {}

    /** Returns the rows of a gzipped CSV file without its header. */
    static List<String> rows(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(SharedData.path(name))), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).toList();
        }
    }
}
