package io.mts1b.platform.http;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Redaction;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is asked of another service. Immutable, if nobody changes the body.
 *
 * @param method what to do
 * @param uri an absolute http or https URI
 * @param headers the lines before the body
 * @param body the bytes, not copied; of no length if there are none
 * @param repeatable whether sending it twice does no more than sending it once
 * @param weight what it costs of the limits of the host, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // Copied nowhere, compared by nobody.
public record HttpRequest(Method method, URI uri, List<Header> headers, byte[] body, boolean repeatable, int weight) {

    private static final byte[] NOTHING = {};

    /** What to do. */
    public enum Method {
        /** Read. */
        GET,
        /** Read the headers. */
        HEAD,
        /** Do or add something: twice is not once. */
        POST,
        /** Put something in a place. */
        PUT,
        /** Change a part. */
        PATCH,
        /** Take something away. */
        DELETE;

        boolean isRepeatable() {
            return this != POST && this != PATCH;
        }
    }

    /** Validates, and copies the headers. */
    public HttpRequest {
        headers = List.copyOf(headers);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        Require.that(
                (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null,
                "uri must be absolute http or https, was "
                        + Redaction.standard().redact(uri.toString()));
        Require.that(weight >= 1, "weight must be at least 1, was " + weight);
        Require.that(
                body.length == 0 || (method != Method.GET && method != Method.HEAD),
                "body must be empty for " + method + ", has " + body.length + " bytes");
    }

    /**
     * Makes a request without headers and body, of weight 1, that may be repeated if its method says so.
     *
     * @param method what to do
     * @param uri an absolute http or https URI
     * @return the request
     */
    public static HttpRequest of(Method method, URI uri) {
        return new HttpRequest(method, uri, List.of(), NOTHING, method.isRepeatable(), 1);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return the request with it
     */
    public HttpRequest withHeader(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new HttpRequest(method, uri, more, body, repeatable, weight);
    }

    /**
     * Gives it a body.
     *
     * @param type of the content, such as {@code application/json}
     * @param content the bytes; not copied
     * @return the request with it
     */
    public HttpRequest withBody(String type, byte[] content) {
        HttpRequest typed = withHeader("Content-Type", type);
        return new HttpRequest(method, uri, typed.headers, content, repeatable, weight);
    }

    /**
     * Says that sending it twice does no more than sending it once, such as because it has a key of its own.
     *
     * @return the request, which may be repeated
     */
    public HttpRequest asRepeatable() {
        return new HttpRequest(method, uri, headers, body, true, weight);
    }

    /**
     * Says what it costs.
     *
     * @param cost of the limits of the host, at least 1
     * @return the request at that cost
     */
    public HttpRequest weighing(int cost) {
        return new HttpRequest(method, uri, headers, body, repeatable, cost);
    }

    @Override
    public String toString() {
        return method + " " + Redaction.standard().redact(uri.toString());
    }
}
