package io.mts1b.frontends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.frontends.SmallMarket;
import io.mts1b.testkit.Browser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a running house, in a browser. */
class UpIT {

    @TempDir
    private Path temp;

    @Test
    void shows_the_report_as_soon_as_it_is_written() throws Exception {
        Process house = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Mts.class.getName(),
                        "up",
                        "--port",
                        "0",
                        "--json",
                        "--data",
                        SmallMarket.write(temp.resolve("market.csv"), 4).toString(),
                        "--out",
                        temp.resolve("out").toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told =
                        new BufferedReader(new InputStreamReader(house.getInputStream(), StandardCharsets.UTF_8));
                Browser browser = Browser.start()) {
            String line = told.readLine();
            assertThat(line).matches("\\{\"page\":\"http://127\\.0\\.0\\.1:[0-9]+/\"}");

            try (Browser.Window window = browser.visit(line.substring(9, line.length() - 2))) {
                window.page().locator("#equity-chart[data-drawn]").waitFor();
                assertThat(window.page().title()).contains("market.csv");
                assertThat(window.painted("equity-chart").pixels()).isGreaterThan(3_000);
            }
            assertThat(house.isAlive()).isTrue();
        } finally {
            house.destroyForcibly().waitFor();
        }
    }
}
