package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.security.Tls.Identity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets, with certificates that the JDK's keytool makes. */
class TlsTest {

    @TempDir
    private static Path folder;

    private static Optional<Identity> alice = Optional.empty();
    private static Optional<Identity> bob = Optional.empty();

    @BeforeAll
    static void certificates() throws Exception {
        alice = Optional.of(TestIdentity.make(folder, "alice", "EC"));
        bob = Optional.of(TestIdentity.make(folder, "bob", "RSA"));
    }

    private static Path trusted(String name) {
        return folder.resolve(name + ".pem");
    }

    /** Sends one byte there and one back; returns the protocol, or fails as one of the two sides did. */
    private static String talk(Tls server, boolean mutual, Tls client) throws Exception {
        try (SSLServerSocket listener = (SSLServerSocket)
                server.context().getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listener.setNeedClientAuth(mutual);
            CompletableFuture<Integer> heard = CompletableFuture.supplyAsync(() -> {
                try (SSLSocket socket = (SSLSocket) listener.accept();
                        InputStream in = socket.getInputStream();
                        OutputStream out = socket.getOutputStream()) {
                    int read = in.read();
                    out.write(read + 1);
                    return read;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (SSLSocket socket = (SSLSocket) client.context()
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listener.getLocalPort())) {
                socket.getOutputStream().write(41);
                int answer = socket.getInputStream().read();
                assertThat(heard.get()).isEqualTo(41);
                assertThat(answer).isEqualTo(42);
                return socket.getSession().getProtocol();
            }
        }
    }

    @Test
    void a_trusted_server_is_talked_to_in_tls_1_3() throws Exception {
        Tls server = Tls.of(Optional.empty(), alice);
        Tls client = Tls.of(Optional.of(trusted("alice")), Optional.empty());

        assertThat(talk(server, false, client)).isEqualTo("TLSv1.3");
        assertThat(client.trust().getAcceptedIssuers()).hasSize(1);
    }

    @Test
    void both_sides_show_who_they_are() throws Exception {
        Tls server = Tls.of(Optional.of(trusted("bob")), alice);
        Tls client = Tls.of(Optional.of(trusted("alice")), bob);

        assertThat(talk(server, true, client)).isEqualTo("TLSv1.3");
    }

    @Test
    void a_stranger_is_not_talked_to() {
        Tls server = Tls.of(Optional.of(trusted("bob")), alice);

        assertThatThrownBy(() -> talk(server, false, Tls.system())).isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> talk(server, false, Tls.of(Optional.of(trusted("bob")), Optional.empty())))
                .isInstanceOf(SSLException.class);
        assertThatThrownBy(() -> talk(server, true, Tls.of(Optional.of(trusted("alice")), Optional.empty())))
                .isInstanceOfAny(IOException.class, ExecutionException.class);
    }

    @Test
    void a_key_that_is_not_the_certificates_is_refused() {
        Identity mixed = new Identity(trusted("alice"), bob.orElseThrow().privateKey());

        assertThatThrownBy(() -> Tls.of(Optional.empty(), Optional.of(mixed)))
                .isInstanceOf(SecretException.class)
                .hasMessage("private key must belong to the first certificate of " + trusted("alice") + ", does not");
    }

    @Test
    void a_file_without_certificates_is_refused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> Tls.of(Optional.of(empty), Optional.empty()))
                .hasMessage("certificates must be PEM, found none in " + empty);
        assertThatThrownBy(() -> Tls.of(Optional.of(folder.resolve("none.pem")), Optional.empty()))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith("TLS cannot be set up: ");
    }
}
