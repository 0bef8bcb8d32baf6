package io.mts1b.platform.http;

import io.mts1b.platform.ratelimit.RateLimiter;
import io.mts1b.platform.retry.Backoff;
import io.mts1b.platform.retry.Waiter;
import io.mts1b.platform.security.Redaction;
import io.mts1b.platform.security.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * The one maker of clients: they share connections, limits and the rules of this package.
 *
 * <p>Thread-safe. Made once, at the start of a process, and closed at its end.
 */
public final class HttpClients implements AutoCloseable {

    /** Where the header waits that would have OkHttp send a request again, be it an order. */
    static final String RETRY_AFTER = "X-Mts-Retry-After";

    private final HttpSettings settings;
    private final Surroundings surroundings;
    private final Map<String, RateLimiter> limiters;
    private final OkHttpClient http;
    private final Slots slots;

    /**
     * What clients need of the process they run in.
     *
     * @param tls whom to believe, and what to show
     * @param redaction what is taken out of what is told of calls
     * @param observer hears of every attempt
     * @param clock the time
     * @param waiter lets time between attempts pass
     * @param random draws how much; used by one thread at a time
     */
    public record Surroundings(
            Tls tls,
            Redaction redaction,
            HttpObserver observer,
            InstantSource clock,
            Waiter waiter,
            RandomGenerator random) {}

    /**
     * Makes the maker.
     *
     * @param settings timeouts and limits
     * @param surroundings what it needs of the process
     * @param limiters the limits of hosts, by the name of the host in any case; a host without one is not limited
     */
    public HttpClients(HttpSettings settings, Surroundings surroundings, Map<String, RateLimiter> limiters) {
        this.settings = settings;
        this.surroundings = surroundings;
        Map<String, RateLimiter> byHost = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byHost.putAll(limiters);
        this.limiters = Collections.unmodifiableMap(byHost);
        this.slots = new Slots(settings.connections(), settings.connectionsPerHost());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(settings.timeouts().call())
                .pingInterval(settings.heartbeat())
                .connectionPool(new ConnectionPool(settings.connections(), 5, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .sslSocketFactory(
                        surroundings.tls().context().getSocketFactory(),
                        surroundings.tls().trust())
                .addNetworkInterceptor(HttpClients::hideRetryAfter);
        URI proxy = settings.proxy();
        if (proxy != null) {
            builder.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), proxy.getPort())));
        } else {
            builder.proxy(Proxy.NO_PROXY);
        }
        this.http = builder.build();
    }

    private static Response hideRetryAfter(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        List<String> values = response.headers("Retry-After");
        return values.isEmpty()
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, values.getFirst())
                        .build();
    }

    /**
     * Makes a client.
     *
     * @param backoff how long to wait before a request is sent again
     * @return the client, good until this is closed
     */
    public HttpClient client(Backoff backoff) {
        return new NetworkClient(http, settings, surroundings, limiters, slots, backoff);
    }

    /**
     * Opens a stream of messages and keeps it open. A message that is longer than the largest body costs the
     * connection before it is read.
     *
     * @param uri an absolute ws or wss URI
     * @param headers of the request that opens it
     * @param backoff how long to wait before it is opened again
     * @param listener hears of messages and of losses
     * @return the stream, open until it is closed; it may not have a connection yet
     */
    public MessageStream stream(URI uri, List<Header> headers, Backoff backoff, MessageStream.Listener listener) {
        // A stream has no end that it must reach in time.
        OkHttpClient endless = http.newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .addInterceptor(chain ->
                        MessageLimit.intercept(chain, settings.largestBody().bytes()))
                .build();
        return MessageStream.open(endless, uri, headers, backoff, listener, surroundings);
    }

    /** Closes all connections. */
    @Override
    public void close() {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
