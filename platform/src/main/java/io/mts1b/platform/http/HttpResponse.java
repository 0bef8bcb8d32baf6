package io.mts1b.platform.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What another service answered. Immutable, if nobody changes the body.
 *
 * @param status the code, 100 to 599
 * @param headers the lines before the body
 * @param body the bytes, unpacked, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Copied nowhere, compared by nobody.
public record HttpResponse(int status, List<Header> headers, byte[] body) {

    /** Copies the headers. */
    public HttpResponse {
        headers = List.copyOf(headers);
    }

    /**
     * Says whether it was done.
     *
     * @return whether the status is 200 to 299
     */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /**
     * Finds a header.
     *
     * @param name in any case
     * @return the value of the first of that name
     */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /**
     * Returns the body as text.
     *
     * @return its characters, read as UTF-8
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "HttpResponse[status=" + status + ", bytes=" + body.length + "]";
    }
}
