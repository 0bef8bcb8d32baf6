package io.mts1b.platform.bus;

import static io.mts1b.platform.bus.BusTck.assertRefused;
import static io.mts1b.platform.bus.Pings.FEED;
import static io.mts1b.platform.bus.Pings.OMS;
import static io.mts1b.platform.bus.Pings.TOPIC;
import static io.mts1b.platform.bus.Pings.ping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.platform.bus.BusException.Category;
import io.mts1b.platform.bus.NatsOptions.Login;
import io.mts1b.platform.bus.Pings.Ping;
import io.mts1b.testkit.NatsServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may talk to a server, and whether others can listen. */
class BusSecurityNatsTest {

    @TempDir
    private Path temp;

    private @Nullable NatsServer server;

    private NatsServer start(String... options) throws Exception {
        NatsServer started = NatsServer.start(temp, options);
        server = started;
        return started;
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.kill();
        }
    }

    private static void assertTalks(NatsOptions options) throws Exception {
        try (BusNetwork network = NatsNetwork.open(options)) {
            Inbox<Event<Ping>> inbox = new Inbox<>();
            Bus oms = network.connect(OMS);
            oms.subscribe(FEED, inbox);
            oms.publisher(TOPIC).put(ping(1));
            assertThat(inbox.take()).isEqualTo(ping(1));
        }
    }

    private static void assertKeptOut(NatsOptions options) {
        NatsOptions impatient =
                new NatsOptions(options.servers(), options.login(), options.tls(), Duration.ofMillis(500));
        try (BusNetwork network = NatsNetwork.open(impatient)) {
            assertRefused(Category.UNREACHABLE, () -> network.connect(OMS));
        }
    }

    @Test
    void the_password_must_be_right() throws Exception {
        NatsOptions options =
                NatsOptions.of(start("--user", OMS, "--pass", "right").address());

        assertTalks(options.withLogin(new Login.Password(OMS, "right")));
        assertKeptOut(options.withLogin(new Login.Password(OMS, "wrong")));
        assertKeptOut(options);
        assertKeptOut(options.withLogin(new Login.Credentials(temp.resolve("missing.creds"))));
        assertThat(new Login.Password(OMS, "right").toString()).doesNotContain("right");
    }

    @Test
    void both_sides_show_certificates() throws Exception {
        Certificates certificates = Certificates.make(temp.resolve("keys"));
        NatsServer started = start(
                "--tls",
                "--tlsverify",
                "--tlscert",
                certificates.certificate("server").toString(),
                "--tlskey",
                certificates.key("server").toString(),
                "--tlscacert",
                certificates.certificate("client").toString());
        NatsOptions options = NatsOptions.of(started.address().replace("nats:", "tls:"));

        assertTalks(options.withTls(certificates.context("client", "server")));
        // A client the server does not know, and a server the client does not know.
        assertKeptOut(options.withTls(certificates.context("stranger", "server")));
        assertKeptOut(options.withTls(certificates.context("client", "stranger")));
    }

    @Test
    void a_server_that_takes_less_than_we_allow_says_so() throws Exception {
        Path config = Files.writeString(temp.resolve("server.conf"), "max_payload: 2000\n");
        try (BusNetwork network =
                NatsNetwork.open(NatsOptions.of(start("-c", config.toString()).address()))) {
            Bus oms = network.connect(OMS);
            oms.keep(StreamOptions.of("TEXTS", SubjectPattern.parse("mts.v1.oms.texts.*")));
            Topic<String> texts = new Topic<>(Subject.parse("mts.v1.oms.texts.sent"), String.class);
            StreamPublisher<String> publisher = oms.streamPublisher(texts);

            assertThatThrownBy(() -> publisher
                            .publish(texts.event(new EventId("e-1"), Instant.EPOCH, "x".repeat(3_000)))
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            BusException.class, e -> assertThat(e.category()).isEqualTo(Category.TOO_LONG));
            assertThat(publisher
                            .publish(texts.event(new EventId("e-2"), Instant.EPOCH, "x"))
                            .join())
                    .isEqualTo(new Receipt(1, false));
        }
    }

    @Test
    void a_server_that_is_not_there_is_named() throws Exception {
        NatsServer gone = start();
        gone.kill();

        assertKeptOut(NatsOptions.of(gone.address()));
    }
}
