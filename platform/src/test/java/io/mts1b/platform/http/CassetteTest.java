package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.http.HttpRequest.Method;
import io.mts1b.platform.security.Redaction;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CassetteTest {

    private static final Redaction REDACTION = Redaction.standard();

    @TempDir
    private Path folder;

    private static HttpRequest get(String path) {
        return HttpRequest.of(Method.GET, URI.create("https://venue.example" + path));
    }

    private static HttpRequest post(String body) {
        return HttpRequest.of(Method.POST, URI.create("https://venue.example/order"))
                .withBody("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers each request with how many there were, and its body. */
    private static HttpClient counting() {
        int[] count = {0};
        return request -> new HttpResponse(
                200,
                List.of(new Header("X-Count", "" + ++count[0]), new Header("Set-Cookie", "session=abcdef")),
                request.body());
    }

    @Test
    void what_was_recorded_is_played_in_its_order() {
        Path file = folder.resolve("calls");
        HttpClient recorder = Cassette.recorder(counting(), file, REDACTION);
        for (HttpRequest request : List.of(get("/a"), post("{\"n\":1}"), get("/a"), post("{\"n\":2}"))) {
            recorder.send(request);
        }
        HttpClient player = Cassette.player(file, REDACTION);

        assertThat(player.send(post("{\"n\":2}")).header("x-count")).contains("4");
        assertThat(player.send(get("/a")).header("x-count")).contains("1");
        assertThat(player.send(get("/a")).header("x-count")).contains("3");
        HttpResponse response = player.send(post("{\"n\":1}"));
        assertThat(response.text()).isEqualTo("{\"n\":1}");
        assertThat(response.status()).isEqualTo(200);
        for (HttpRequest request : List.of(get("/a"), get("/b"), post("{\"n\":1}"))) {
            assertThatThrownBy(() -> player.send(request))
                    .isInstanceOf(HttpException.class)
                    .hasMessage(request + " is not in the recording " + file + " any more");
        }
    }

    @Test
    void no_secret_is_kept_and_another_one_finds_the_recording() throws Exception {
        Path file = folder.resolve("calls");
        Cassette.recorder(counting(), file, REDACTION)
                .send(HttpRequest.of(Method.POST, URI.create("https://h/x?signature=aaaaaa"))
                        .withBody("application/json", "{\"apiKey\":\"bbbbbb\"}".getBytes(StandardCharsets.UTF_8)));

        assertThat(Files.readString(file)).doesNotContain("aaaaaa", "bbbbbb", "abcdef");
        HttpResponse response = Cassette.player(file, REDACTION)
                .send(HttpRequest.of(Method.POST, URI.create("https://h/x?signature=cccccc"))
                        .withBody("application/json", "{\"apiKey\":\"dddddd\"}".getBytes(StandardCharsets.UTF_8)));
        assertThat(response.text()).isEqualTo("{\"apiKey\":\"[REDACTED]\"}");
        assertThat(response.header("Set-Cookie")).contains("[REDACTED]");
    }

    @Test
    void bytes_that_are_no_text_are_kept() {
        Path file = folder.resolve("calls");
        byte[] bytes = {0, (byte) 0xff, 10, 13, (byte) 0x80};
        HttpRequest request =
                HttpRequest.of(Method.PUT, URI.create("https://h/x")).withBody("application/octet-stream", bytes);
        Cassette.recorder(counting(), file, REDACTION).send(request);

        assertThat(Cassette.player(file, REDACTION).send(request).body()).isEqualTo(bytes);
    }

    @Test
    void a_recording_goes_on_where_it_ended() {
        Path file = folder.resolve("calls");
        Cassette.recorder(counting(), file, REDACTION).send(get("/a"));
        Cassette.recorder(counting(), file, REDACTION).send(get("/b"));
        HttpClient player = Cassette.player(file, REDACTION);

        assertThat(player.send(get("/b")).status()).isEqualTo(200);
        assertThat(player.send(get("/a")).status()).isEqualTo(200);
    }

    @Test
    void a_file_that_is_not_there_is_told() {
        Path none = folder.resolve("none");

        assertThatThrownBy(() -> Cassette.player(none, REDACTION))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("recording must be readable: " + none);
        assertThatThrownBy(
                        () -> Cassette.recorder(counting(), folder, REDACTION).send(get("/a")))
                .hasMessage("recording must be writable: " + folder);
    }
}
