package io.mts1b.oms.api;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.json.JsonException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The API over HTTP/1.1 and JSON, as {@code docs/oms-api.md} tells. On the loopback unless it is told otherwise; it speaks
 * no TLS. Thread-safe.
 */
public final class HttpApi implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);
    private static final String ANSWERED = "answered";
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final OmsApi api;
    private final Semaphore slots;
    private final Semaphore streamSlots;
    private final List<StateStream> streams = new CopyOnWriteArrayList<>();
    private final Javalin server;

    private HttpApi(OmsApi api) {
        this.api = api;
        this.slots = new Semaphore(api.settings().concurrent());
        this.streamSlots = new Semaphore(api.settings().streams());
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to answer.
     *
     * @param api who answers
     * @return the server; close it to stop
     * @throws IOException if the port is taken or the address is none of this machine
     */
    public static HttpApi start(OmsApi api) throws IOException {
        HttpApi http = new HttpApi(api);
        try {
            http.server.start(api.settings().host(), api.settings().port());
        } catch (JavalinBindException e) {
            throw new IOException(
                    "api must be able to listen on " + api.settings().host() + ":"
                            + api.settings().port() + ", could not",
                    e);
        }
        return http;
    }

    /**
     * Returns where it listens.
     *
     * @return the address of the path {@code /}
     */
    public URI address() {
        String host = api.settings().host();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port() + "/");
    }

    /** Ends the streams, answers what was asked already, and stops. */
    @Override
    public void close() {
        streams.forEach(StateStream::close);
        server.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.prefer405over404 = true;
        config.routes.post("/v1/orders", ctx -> serve(ctx, "submit", Requests::submit));
        config.routes.get("/v1/orders/{order}", ctx -> serve(ctx, "view", Requests::getOrder));
        config.routes.patch("/v1/orders/{order}", ctx -> serve(ctx, "amend", Requests::amend));
        config.routes.delete("/v1/orders/{order}", ctx -> serve(ctx, "cancel", Requests::cancel));
        config.routes.get("/v1/funds/{fund}/orders", ctx -> serve(ctx, "view", Requests::listOrders));
        config.routes.get("/v1/funds/{fund}/open-orders", ctx -> serve(ctx, "view", Requests::listOpenOrders));
        config.routes.get("/v1/funds/{fund}/fills", ctx -> serve(ctx, "view", Requests::listFills));
        config.routes.get("/v1/funds/{fund}/account", ctx -> serve(ctx, "view", Requests::getAccount));
        config.routes.post("/v1/funds/{fund}/halts", ctx -> serve(ctx, "halt", Requests::halt));
        config.routes.get("/v1/funds/{fund}/stream", this::stream);
        config.routes.post("/v1/parents", ctx -> serve(ctx, "work", Requests::work));
        config.routes.get("/v1/parents/{parent}", ctx -> serve(ctx, "view", Requests::getParent));
        config.routes.patch("/v1/parents/{parent}", ctx -> serve(ctx, "amend_parent", Requests::amendParent));
        config.routes.delete("/v1/parents/{parent}", ctx -> serve(ctx, "cancel_parent", Requests::cancelParent));
        config.routes.post("/v1/parents/{parent}/pause", ctx -> serve(ctx, "pause", Requests::pauseParent));
        config.routes.post("/v1/parents/{parent}/resume", ctx -> serve(ctx, "resume", Requests::resumeParent));
        config.routes.get("/v1/funds/{fund}/parents", ctx -> serve(ctx, "view", Requests::listParents));
        config.routes.error(
                404,
                ctx -> otherwise(ctx, ApiRefusal.NOT_FOUND, "there is /v1/orders, /v1/parents and /v1/funds/{fund}"));
        config.routes.error(
                405,
                ctx -> otherwise(ctx, ApiRefusal.METHOD_NOT_ALLOWED, "there is no " + ctx.method() + " of this path"));
        // What Javalin itself refuses; the words come from above.
        config.routes.exception(HttpResponseException.class, (e, ctx) -> ctx.status(e.getStatus()));
        config.routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("a request broke", e);
            write(ctx, new ApiReply.Refused(ApiRefusal.FAILED, "the request broke, see the log of the service"), false);
        });
    }

    private void otherwise(Context ctx, ApiRefusal code, String message) {
        if (ctx.attribute(ANSWERED) == null) {
            write(ctx, new ApiReply.Refused(code, message), false);
        }
    }

    private void serve(Context ctx, String action, Function<Context, ApiCommand> read) {
        if (!slots.tryAcquire()) {
            write(ctx, new ApiReply.Refused(ApiRefusal.BUSY, "too many requests at once"), false);
            return;
        }
        try {
            write(ctx, answer(ctx, action, read), action.equals("submit") || action.equals("work"));
        } finally {
            slots.release();
        }
    }

    private ApiReply answer(Context ctx, String action, Function<Context, ApiCommand> read) {
        OmsApi.Caller caller = null;
        try {
            caller = caller(ctx);
            return api.handle(caller, read.apply(ctx));
        } catch (RefusedException e) {
            return api.refuse(caller, action, e);
        } catch (JsonException | IllegalArgumentException e) {
            return api.refuse(
                    caller, action, new RefusedException(ApiRefusal.MALFORMED, String.valueOf(e.getMessage())));
        }
    }

    private OmsApi.Caller caller(Context ctx) {
        String authorization = ctx.header("Authorization");
        String bearer = "Bearer ";
        if (authorization == null || !authorization.startsWith(bearer)) {
            throw new RefusedException(
                    ApiRefusal.UNAUTHENTICATED, "header Authorization must be 'Bearer' and a token, was not");
        }
        return api.withToken(authorization.substring(bearer.length()))
                .orElseThrow(() ->
                        new RefusedException(ApiRefusal.UNAUTHENTICATED, "token must be that of a client, was none"));
    }

    private static void write(Context ctx, ApiReply reply, boolean creates) {
        int status = 200;
        if (reply instanceof ApiReply.Refused refused) {
            status = refused.code().status();
            switch (refused.code()) {
                case BUSY, CLOSED -> ctx.header("Retry-After", "1");
                case UNAUTHENTICATED -> ctx.header("WWW-Authenticate", "Bearer");
                default -> {
                    // No header says more.
                }
            }
        } else if (creates && reply instanceof ApiReply.OneOrder one && !one.repeated()) {
            status = 201;
            ctx.header("Location", "/v1/orders/" + one.order().state().order().orderId());
        } else if (creates && reply instanceof ApiReply.OneParent one && !one.repeated()) {
            status = 201;
            ctx.header("Location", "/v1/parents/" + one.parent().order().orderId());
        }
        ctx.attribute(ANSWERED, true);
        ctx.status(status);
        headers(ctx, "application/json; charset=utf-8");
        ctx.result(Json.bytes(reply));
    }

    private static void headers(Context ctx, String type) {
        ctx.contentType(type);
        ctx.header("Cache-Control", "no-store");
        ctx.header("X-Content-Type-Options", "nosniff");
    }

    private void stream(Context ctx) throws InterruptedException {
        if (!streamSlots.tryAcquire()) {
            write(ctx, new ApiReply.Refused(ApiRefusal.BUSY, "too many streams at once"), false);
            return;
        }
        try {
            OmsApi.Caller caller = null;
            try {
                caller = caller(ctx);
                Requests.requireParameters(ctx, List.of());
                follow(ctx, StateStream.open(api, caller, new FundId(ctx.pathParam("fund"))));
            } catch (RefusedException e) {
                write(ctx, api.refuse(caller, "view", e), false);
            } catch (IllegalArgumentException e) {
                RefusedException refused = new RefusedException(ApiRefusal.MALFORMED, String.valueOf(e.getMessage()));
                write(ctx, api.refuse(caller, "view", refused), false);
            }
        } finally {
            streamSlots.release();
        }
    }

    private void follow(Context ctx, StateStream stream) throws InterruptedException {
        streams.add(stream);
        try (stream) {
            headers(ctx, "text/event-stream; charset=utf-8");
            OutputStream out = ctx.res().getOutputStream();
            while (!stream.hasEnded()) {
                send(out, stream.next(HEARTBEAT));
            }
        } catch (IOException e) {
            LOG.debug("who followed has gone", e);
        } finally {
            streams.remove(stream);
        }
    }

    /** Writes events, or a comment that only shows that somebody is there. */
    private static void send(OutputStream out, List<StateStream.Item> items) throws IOException {
        StringBuilder text = new StringBuilder();
        for (StateStream.Item item : items) {
            text.append("event: ").append(item.name()).append("\ndata: ");
            text.append(Json.write(item.data())).append("\n\n");
        }
        out.write((text.isEmpty() ? ":\n\n" : text.toString()).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
