package io.mts1b.oms.running;

import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.api.ApiReply;
import io.mts1b.oms.api.RawHttp;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.config.ConfigurationSources;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.service.Prompt;
import io.mts1b.platform.service.ServiceHost;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The service in a process of its own, which can be killed. */
final class OmsProcess implements AutoCloseable {

    private static final String TOKEN = "trader-0123456789abcdef0123456789abcdef";

    private final Process process;
    private final URI pages;
    private final RawHttp api;

    private OmsProcess(Process process, URI pages, int port) {
        this.process = process;
        this.pages = pages;
        this.api = new RawHttp(URI.create("http://127.0.0.1:" + port), TOKEN);
    }

    /** The process: the folder of its data, and the file of its configuration. */
    public static void main(String[] words) throws Exception {
        Configuration configuration = Configuration.load(
                Configuration.installedSections(),
                ConfigurationSources.of(
                        Optional.of(Path.of(words[1])), ConfigurationSources.environmentOfProcess(), List.of()));
        try (ServiceHost host = ServiceHost.start(
                        "oms", List.of(new OmsServiceProvider()), Path.of(words[0]), configuration, Prompt.NOBODY);
                PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
                FileInputStream in = new FileInputStream(FileDescriptor.in)) {
            out.println(host.monitoring());
            while (in.read() >= 0) {
                // It ends when its input does.
            }
            host.drain(Duration.ofSeconds(20));
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Starts, and waits until its lines are up. */
    static OmsProcess start(Path data, Path file, int port, Map<String, String> secrets) throws IOException {
        Path words = data.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OmsProcess.class.getName(),
                        data.toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(words.toFile()));
        builder.environment().putAll(secrets);
        builder.environment().put("TRADER_TOKEN", TOKEN);
        Process process = builder.start();
        String said = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (said == null) {
            throw new IllegalStateException(Files.readString(words));
        }
        OmsProcess started = new OmsProcess(process, URI.create(said), port);
        while (started.page("readyz").status() != 200) {
            // Every look takes a request.
        }
        return started;
    }

    RawHttp.Response page(String name) throws IOException {
        return new RawHttp(pages, "").get("/" + name);
    }

    private <T extends ApiReply> T reply(RawHttp.Response response, Class<T> kind) {
        ApiReply reply = Json.read(response.body(), ApiReply.class);
        if (!kind.isInstance(reply)) {
            throw new IllegalStateException(response.body());
        }
        return kind.cast(reply);
    }

    /** Submits an order, and returns it. */
    OrderId submit(String key, String wish) throws IOException {
        return reply(api.post("/v1/orders", key, wish), ApiReply.OneOrder.class)
                .order()
                .state()
                .order()
                .orderId();
    }

    OrderState order(OrderId order) throws IOException {
        return reply(api.get("/v1/orders/" + order), ApiReply.OneOrder.class)
                .order()
                .state();
    }

    /** Why it stands as it does, in words. */
    String reason(OrderId order) throws IOException {
        return String.valueOf(reply(api.get("/v1/orders/" + order), ApiReply.OneOrder.class)
                .order()
                .reason());
    }

    /** Waits until an order stands so that it fits. */
    OrderState await(OrderId order, Predicate<OrderStatus> fits) throws IOException {
        try (RawHttp.Events events = api.follow("/v1/funds/alpha/stream")) {
            OrderState state = order(order);
            while (!fits.test(state.status())) {
                if (events.next("order").isEmpty()) {
                    throw new IllegalStateException("the stream ended while " + order + " was " + state.status());
                }
                state = order(order);
            }
            return state;
        }
    }

    List<Fill> fills() throws IOException {
        return reply(api.get("/v1/funds/alpha/fills?limit=1000"), ApiReply.Fills.class).fills().stream()
                .map(ApiReply.FillView::fill)
                .toList();
    }

    /** What the fund holds of an instrument. */
    Decimal position(InstrumentId instrument) throws IOException {
        return reply(api.get("/v1/funds/alpha/account"), ApiReply.Account.class).positions().stream()
                .filter(position -> position.instrument().equals(instrument))
                .map(ApiReply.PositionView::quantity)
                .findFirst()
                .orElse(Decimal.ZERO);
    }

    /** Ends its input, on which it stops as it should. */
    void stop() throws Exception {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not stop");
        }
    }

    /** As a loss of power does, but for what the operating system has already. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
