package io.mts1b.reportslibrary.html;

import io.mts1b.platform.json.Json;
import io.mts1b.reportslibrary.run.RunResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes the report of a run: one HTML file with charts, tables and everything they need.
 *
 * <p>It opens offline in any browser of the last years. Its content security policy names the scripts and the
 * style it came with by their hashes and allows nothing else, so no byte of it can ask the network for anything.
 *
 * <p>Pure functions; thread-safe.
 */
public final class HtmlReport {

    private static final String SIMULATED =
            "<p class=\"simulated\" role=\"note\"><strong>Simulated</strong> No real market produced these prices</p>";

    /** In this order: each uses what stands before it. */
    private static final List<String> SCRIPTS =
            List.of("format.js", "tables.js", "charts.js", "plots.js", "figures.js", "report.js");

    private HtmlReport() {}

    /**
     * Renders the report.
     *
     * @param results what the run left behind
     * @return the page
     */
    public static String render(RunResults results) {
        String charts = Resource.text("echarts.min.js");
        String script = SCRIPTS.stream().map(Resource::text).collect(Collectors.joining("\n"));
        String style = Resource.text("report.css");
        boolean simulated = results.info().simulated();
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put("policy", ContentPolicy.of(style, charts, script));
        slots.put(
                "title",
                Escape.html((simulated ? "Simulated: " : "") + results.info().title()));
        slots.put("style", style);
        slots.put("simulated", simulated ? SIMULATED : "");
        slots.put("data", Escape.json(Json.write(ReportData.of(results))));
        slots.put("charts", charts);
        slots.put("script", script);
        return Template.parse(Resource.text("report.html")).fill(slots);
    }

    /**
     * Writes the report, in place of the file that may be there. Nobody ever reads half of it.
     *
     * @param file where to; its folder is made if it is missing
     * @param results what the run left behind
     * @throws UncheckedIOException if it cannot be written; the file that was there is untouched then
     */
    public static void write(Path file, RunResults results) {
        String page = render(results);
        Path target = file.toAbsolutePath();
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.createDirectories(target.getParent());
            try {
                Files.writeString(partial, page);
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
