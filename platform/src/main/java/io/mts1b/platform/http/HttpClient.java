package io.mts1b.platform.http;

/** Who sends requests: over the network, or out of a recording. Thread-safe. */
@FunctionalInterface
public interface HttpClient {

    /**
     * Sends a request and waits for the answer.
     *
     * @param request the request
     * @return the answer, whatever its status
     * @throws HttpException if there is none
     */
    HttpResponse send(HttpRequest request);
}
