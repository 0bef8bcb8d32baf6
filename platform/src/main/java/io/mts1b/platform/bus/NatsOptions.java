package io.mts1b.platform.bus;

import io.mts1b.foundation.Require;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to reach NATS.
 *
 * @param servers the addresses, such as {@code nats://localhost:4222}; of one cluster
 * @param login who we are
 * @param tls keys and trusted certificates, for mutual TLS; empty to speak in the clear
 * @param patience how long to wait for the server when connecting and when asking it for something, positive
 */
public record NatsOptions(List<String> servers, Login login, Optional<SSLContext> tls, Duration patience) {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(5);

    /** Validates, and copies. */
    public NatsOptions {
        servers = List.copyOf(servers);
        Require.that(!servers.isEmpty(), "servers must not be empty");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(tls, "tls");
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
    }

    /** Who we are to the server. */
    public sealed interface Login {

        /** Nobody; or who our certificate says, if there is one. */
        record Anonymous() implements Login {}

        /**
         * Somebody with a password.
         *
         * @param user the name
         * @param password the password, which is never printed
         */
        record Password(String user, String password) implements Login {

            /** Validates. */
            public Password {
                Objects.requireNonNull(user, "user");
                Objects.requireNonNull(password, "password");
            }

            /** Returns the user alone. */
            @Override
            public String toString() {
                return "Password[user=" + user + "]";
            }
        }

        /**
         * The holder of a signed token and its key.
         *
         * @param file the {@code .creds} file
         */
        record Credentials(Path file) implements Login {

            /** Validates. */
            public Credentials {
                Objects.requireNonNull(file, "file");
            }
        }
    }

    /**
     * Makes options without login and without TLS, with five seconds of patience.
     *
     * @param server the address
     * @return the options
     */
    public static NatsOptions of(String server) {
        return new NatsOptions(List.of(server), new Login.Anonymous(), Optional.empty(), DEFAULT_PATIENCE);
    }

    /**
     * Logs in.
     *
     * @param as who we are
     * @return these options with that login
     */
    public NatsOptions withLogin(Login as) {
        return new NatsOptions(servers, as, tls, patience);
    }

    /**
     * Encrypts.
     *
     * @param context keys and trusted certificates
     * @return these options with TLS
     */
    public NatsOptions withTls(SSLContext context) {
        return new NatsOptions(servers, login, Optional.of(context), patience);
    }
}
