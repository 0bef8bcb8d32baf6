package io.mts1b.testkit;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Chromium of the machine, driven by Playwright with the Node it brings along.
 *
 * <p>Where there is none, tests are skipped, unless {@code MTS1B_REQUIRE_BROWSER} is set: then they fail.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, Path executable) {
        this.playwright = playwright;
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS));
    }

    /**
     * Starts the browser, or ends the test that asks for it.
     *
     * @return the browser; close it to stop it
     * @throws AssertionError if there is none and {@code MTS1B_REQUIRE_BROWSER} is set
     * @throws org.opentest4j.TestAbortedException if there is none and it is not
     */
    public static Browser start() {
        Optional<Path> executable =
                PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (executable.isEmpty()) {
            Missing.part("MTS1B_REQUIRE_BROWSER", "no Chromium on this machine, looked for " + PLACES);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright, executable.orElseThrow());
    }

    /**
     * Opens a report in a window of its own, offline, and waits until every chart is drawn or has failed.
     *
     * @param file the page
     * @param dark whether the person likes dark pages
     * @param scripts what runs in the page before its own scripts
     * @return the window; close it
     */
    public Window open(Path file, boolean dark, String... scripts) {
        com.microsoft.playwright.Browser.NewContextOptions options =
                windowOptions().setOffline(true);
        if (dark) {
            // Light is the default, and to ask for it fails in Turkish, where "LIGHT" in lower case is "l\u0131ght".
            options.setColorScheme(ColorScheme.DARK);
        }
        Window window = window(options);
        for (String script : scripts) {
            window.context().addInitScript(script);
        }
        window.load(file.toUri().toString());
        window.awaitAll(".chart", "data-drawn");
        return window;
    }

    /**
     * Visits a page in a window of its own.
     *
     * @param url where it is
     * @return the window; close it
     */
    public Window visit(String url) {
        Window window = window(windowOptions());
        window.load(url);
        return window;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions windowOptions() {
        return new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1280, 900);
    }

    private Window window(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        return new Window(context, context.newPage(), new ArrayList<>());
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /**
     * One window.
     *
     * @param context what it lives in
     * @param page what it shows
     * @param complaints errors on the console, exceptions of scripts, and requests for anything but the page
     */
    public record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {

        private void load(String url) {
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(error -> complaints.add("exception: " + error));
            page.onRequest(request -> {
                if (!request.url().equals(url)) {
                    complaints.add("request: " + request.url());
                }
            });
            page.navigate(url);
        }

        private void awaitAll(String selector, String attribute) {
            page.waitForFunction(
                    "([selector, attribute]) => [...document.querySelectorAll(selector)]"
                            + ".every(node => node.hasAttribute(attribute) || node.hasAttribute('data-error'))",
                    List.of(selector, attribute));
        }

        /**
         * Waits until a chart says that it has drawn a number of points.
         *
         * @param id the chart
         * @param points how many
         */
        public void awaitDrawn(String id, int points) {
            page.locator("#" + id + "[data-drawn='" + points + "']").waitFor();
        }

        /**
         * Returns what a chart says it has drawn.
         *
         * @param id the chart
         * @return how many points
         */
        public int drawn(String id) {
            return Integer.parseInt(page.locator("#" + id).getAttribute("data-drawn"));
        }

        /**
         * Returns what a chart really drew.
         *
         * @param id the chart
         * @return what its canvas holds
         */
        public Painted painted(String id) {
            Object counts = page.evaluate("""
                    id => {
                      const source = document.querySelector(`#${id} canvas`);
                      const copy = new OffscreenCanvas(source.width, source.height);
                      const context = copy.getContext('2d', { willReadFrequently: true });
                      context.drawImage(source, 0, 0);
                      const pixels = new Uint32Array(
                        context.getImageData(0, 0, copy.width, copy.height).data.buffer);
                      const painted = pixels.filter(pixel => pixel >>> 24 !== 0);
                      return [painted.length, new Set(painted).size];
                    }""", id);
            List<?> pair = (List<?>) counts;
            return new Painted((Integer) pair.get(0), (Integer) pair.get(1));
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /**
     * What a canvas holds.
     *
     * @param pixels how many of its pixels are not transparent
     * @param colours in how many colours
     */
    public record Painted(int pixels, int colours) {}
}
