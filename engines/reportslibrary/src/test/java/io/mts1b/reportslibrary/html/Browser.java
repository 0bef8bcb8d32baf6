package io.mts1b.reportslibrary.html;

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
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of the machine, driven by Playwright with the Node it brings along.
 *
 * <p>Where there is none, tests are skipped, unless {@code MTS_REQUIRE_BROWSER} is set: then they fail.
 */
final class Browser implements AutoCloseable {

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

    /** Starts the browser, or skips the test that asks for it. */
    static Browser start() {
        Optional<Path> executable =
                PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
        if (executable.isEmpty()) {
            String reason = "no Chromium on this machine, looked for " + PLACES;
            if (System.getenv("MTS_REQUIRE_BROWSER") != null) {
                throw new AssertionError("MTS_REQUIRE_BROWSER is set, but there is " + reason);
            }
            System.out.println("Skipped: " + reason);
            Assumptions.abort(reason);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(playwright, executable.orElseThrow());
    }

    /** Opens a file in a window of its own, after some scripts, and waits until every chart is drawn or has failed. */
    Window open(Path file, boolean dark, String... scripts) {
        com.microsoft.playwright.Browser.NewContextOptions options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1280, 900)
                        .setOffline(true);
        if (dark) {
            // Light is the default, and to ask for it fails in Turkish, where "LIGHT" in lower case is "l\u0131ght".
            options.setColorScheme(ColorScheme.DARK);
        }
        BrowserContext context = chromium.newContext(options);
        for (String script : scripts) {
            context.addInitScript(script);
        }
        Window window = new Window(context, context.newPage(), new ArrayList<>());
        window.load(file);
        return window;
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
     * @param complaints errors on the console, exceptions of scripts, and requests for anything but the file
     */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {

        private void load(Path file) {
            String url = file.toUri().toString();
            page.onConsoleMessage(message -> complaints.add(message.type() + ": " + message.text()));
            page.onPageError(error -> complaints.add("exception: " + error));
            page.onRequest(request -> {
                if (!request.url().equals(url)) {
                    complaints.add("request: " + request.url());
                }
            });
            page.navigate(url);
            awaitAll(".chart", "data-drawn");
        }

        private void awaitAll(String selector, String attribute) {
            page.waitForFunction(
                    "([selector, attribute]) => [...document.querySelectorAll(selector)]"
                            + ".every(node => node.hasAttribute(attribute) || node.hasAttribute('data-error'))",
                    List.of(selector, attribute));
        }

        /** Waits until a chart says that it has drawn a number of points. */
        void awaitDrawn(String id, int points) {
            page.locator("#" + id + "[data-drawn='" + points + "']").waitFor();
        }

        /** Returns what a chart says it has drawn. */
        int drawn(String id) {
            return Integer.parseInt(page.locator("#" + id).getAttribute("data-drawn"));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
