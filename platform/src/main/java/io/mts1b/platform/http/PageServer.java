package io.mts1b.platform.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mts1b.foundation.Require;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a few pages of this process: it answers GET and HEAD on exact paths, and nothing else. On a loopback
 * address, which is what to use unless others are to see the pages, requests that name another host are refused, so
 * that a foreign page in a browser of this machine cannot read them by a name of its own. Thread-safe.
 */
public final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);
    private static final int LARGEST_PORT = 65_535;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SortedMap<String, Callable<Page>> pages;

    private PageServer(HttpServer server, Map<String, Callable<Page>> pages) {
        this.server = server;
        this.pages = Collections.unmodifiableSortedMap(new TreeMap<>(pages));
    }

    /**
     * Starts to answer.
     *
     * @param address where to listen
     * @param port where to listen, 0 for any free port
     * @param pages what makes the page of a path, such as {@code /healthz}; called on many threads
     * @return the server; close it to stop
     * @throws IOException if the port is taken or the address is none of this machine
     */
    public static PageServer start(InetAddress address, int port, Map<String, Callable<Page>> pages)
            throws IOException {
        Require.that(port >= 0 && port <= LARGEST_PORT, "port must be in [0, " + LARGEST_PORT + "], was " + port);
        PageServer one = new PageServer(HttpServer.create(new InetSocketAddress(address, port), 0), pages);
        one.server.createContext("/", one::answer);
        one.server.setExecutor(one.threads);
        one.server.start();
        return one;
    }

    /**
     * Returns where it listens.
     *
     * @return the address of the page {@code /}
     */
    public URI address() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, page(exchange));
        }
    }

    private Page page(HttpExchange exchange) {
        if (!isMeant(exchange.getRequestHeaders().getFirst("Host"))) {
            return Page.plain(421, "this is " + address());
        }
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return Page.plain(405, "method must be GET or HEAD");
        }
        String path = exchange.getRequestURI().getPath();
        Callable<Page> source = pages.get(path);
        if (source == null) {
            return Page.plain(404, "there is " + String.join(", ", pages.keySet()));
        }
        try {
            return source.call();
        } catch (Exception e) {
            LOG.warn("page {} cannot be made", path, e);
            return Page.plain(500, "the page cannot be made, see the log");
        }
    }

    private boolean isMeant(@Nullable String host) {
        InetSocketAddress at = server.getAddress();
        return !at.getAddress().isLoopbackAddress()
                || address().getAuthority().equals(host)
                || ("localhost:" + at.getPort()).equals(host);
    }

    private static void send(HttpExchange exchange, Page page) throws IOException {
        boolean text = page.type().startsWith("text/") || page.type().equals("application/json");
        String type = text && !page.type().contains("charset") ? page.type() + "; charset=utf-8" : page.type();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(page.status(), -1);
        } else {
            // A length of 0 would mean "unknown" here, and -1 means none.
            exchange.sendResponseHeaders(page.status(), page.body().length == 0 ? -1 : page.body().length);
            exchange.getResponseBody().write(page.body());
        }
    }
}
