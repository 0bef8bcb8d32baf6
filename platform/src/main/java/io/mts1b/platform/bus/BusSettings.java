package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.security.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code bus} of the configuration: what connects artifacts.
 *
 * @param servers the NATS servers of one cluster, such as {@code nats://localhost:4222}, without names and passwords;
 *     none for artifacts of one process
 * @param user who we are to the servers, with a password
 * @param password the password of {@code user}
 * @param credentials the {@code .creds} file that says who we are instead
 * @param authorities in PEM, who may have signed the servers' certificates; without it those of the Java platform where
 *     a server is {@code tls://}
 * @param certificates our own chain in PEM, for mutual TLS
 * @param privateKey the key of {@code certificates}
 * @param patience how long to wait for a server, 10 ms to 5 min
 */
public record BusSettings(
        List<URI> servers,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path credentials,
        @Nullable Path authorities,
        @Nullable Path certificates,
        @Nullable Secret privateKey,
        @Default("5s") Duration patience) {

    private static final String TLS = "tls";

    /** Validates, and copies. */
    public BusSettings {
        servers = List.copyOf(servers);
        for (URI server : servers) {
            // What is printed must not be the address, which may hold a password.
            Require.that(server.getRawUserInfo() == null, "servers must not hold names and passwords; set user");
            Require.that(
                    isNats(server) && server.getHost() != null,
                    "servers must be nats://<host>:<port> or tls://<host>:<port>, was " + server);
        }
        Require.that((user == null) == (password == null), "user and password must be given together");
        Require.that(user == null || credentials == null, "user and credentials must not be given together");
        Require.that(
                (certificates == null) == (privateKey == null), "certificates and privateKey must be given together");
        Require.that(
                patience.compareTo(Duration.ofMillis(10)) >= 0 && patience.compareTo(Duration.ofMinutes(5)) <= 0,
                "patience must be 10 ms to 5 min, was " + patience);
    }

    /**
     * Opens the network.
     *
     * @param directory where streams are kept if no server does
     * @param clock what streams stamp events with if no server does
     * @return the network; the caller closes it
     * @throws BusException if the directory cannot be used
     * @throws io.mts1b.platform.security.SecretException if TLS cannot be set up
     */
    public BusNetwork open(Path directory, InstantSource clock) {
        return servers.isEmpty() ? InProcessNetwork.open(directory, clock) : NatsNetwork.open(nats());
    }

    private static boolean isNats(URI server) {
        return "nats".equals(server.getScheme()) || TLS.equals(server.getScheme());
    }

    private NatsOptions nats() {
        return new NatsOptions(servers.stream().map(URI::toString).toList(), login(), tls(), patience);
    }

    private NatsOptions.Login login() {
        if (credentials != null) {
            return new NatsOptions.Login.Credentials(credentials);
        }
        if (user != null && password != null) {
            return new NatsOptions.Login.Password(user, password.reveal());
        }
        return new NatsOptions.Login.Anonymous();
    }

    private Optional<SSLContext> tls() {
        boolean encrypted = authorities != null
                || certificates != null
                || servers.stream().anyMatch(server -> TLS.equals(server.getScheme()));
        if (!encrypted) {
            return Optional.empty();
        }
        Optional<Tls.Identity> identity = certificates == null || privateKey == null
                ? Optional.empty()
                : Optional.of(new Tls.Identity(certificates, privateKey));
        return Optional.of(Tls.of(Optional.ofNullable(authorities), identity).context());
    }
}
