package io.mts1b.platform.http;

import io.mts1b.platform.http.HttpException.Category;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.security.Redaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Recordings of calls, for tests that need no network: a file with one JSON object a line, without secrets.
 *
 * <p>A request is found by its method, its URL without secrets, and its body without secrets. Equal requests are
 * answered in the order of their recording, and each recording once.
 */
public final class Cassette {

    private Cassette() {}

    /** One call, as it is kept. */
    record Call(
            HttpRequest.Method method, String url, Content sent, int status, List<String> headers, Content received) {

        boolean answers(Call other) {
            return method == other.method && url.equals(other.url) && sent.equals(other.sent);
        }
    }

    /** A body, as text or, if it is none, in Base64. */
    record Content(String text, boolean base64) {

        static Content of(byte[] bytes, Redaction redaction) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new Content(redaction.redact(text), false);
            } catch (CharacterCodingException e) {
                return new Content(Base64.getEncoder().encodeToString(bytes), true);
            }
        }

        byte[] bytes() {
            return base64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final HttpResponse NONE = new HttpResponse(0, List.of(), new byte[0]);

    private static Call call(HttpRequest request, HttpResponse response, Redaction redaction) {
        List<String> headers = response.headers().stream()
                .map(header -> header.name() + ":" + redaction.redact(header.name(), header.value()))
                .toList();
        return new Call(
                request.method(),
                redaction.redact(request.uri().toString()),
                Content.of(request.body(), redaction),
                response.status(),
                headers,
                Content.of(response.body(), redaction));
    }

    /**
     * Records what a client does.
     *
     * @param client who sends
     * @param file where calls are added at the end
     * @param redaction what is taken out of them
     * @return a client that does the same
     */
    public static HttpClient recorder(HttpClient client, Path file, Redaction redaction) {
        return request -> {
            HttpResponse response = client.send(request);
            String line = Json.write(call(request, response, redaction)) + "\n";
            synchronized (file) {
                try {
                    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                } catch (IOException e) {
                    throw new UncheckedIOException("recording must be writable: " + file, e);
                }
            }
            return response;
        };
    }

    /**
     * Plays a recording.
     *
     * @param file what was recorded
     * @param redaction the same that it was recorded with
     * @return a client that answers as it was answered then; a request that is not in the recording, or not so often,
     *     is an {@link HttpException}
     */
    public static HttpClient player(Path file, Redaction redaction) {
        List<Call> left = new ArrayList<>();
        try {
            Files.readAllLines(file).forEach(line -> left.add(Json.read(line, Call.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("recording must be readable: " + file, e);
        }
        return request -> {
            Call wanted = call(request, NONE, redaction);
            synchronized (left) {
                for (int i = 0; i < left.size(); i++) {
                    if (left.get(i).answers(wanted)) {
                        return response(left.remove(i));
                    }
                }
            }
            throw new HttpException(Category.REFUSED, request + " is not in the recording " + file + " any more");
        };
    }

    private static HttpResponse response(Call call) {
        List<Header> headers = call.headers().stream()
                .map(line -> new Header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 1)))
                .toList();
        return new HttpResponse(call.status(), headers, call.received().bytes());
    }
}
