package io.mts1b.brokers.fix;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A session of FIX, whichever side of it we are.
 *
 * @param version what is spoken
 * @param sender what the counterparty calls us, tag 49 of what we send
 * @param target what we call it, tag 56
 * @param endpoint where it is, or where we wait for it
 * @param store where numbers and messages are kept
 * @param timing how often it is looked whether anybody is there
 * @param user who logs on; null if the counterparty asks for no name
 */
public record FixSession(
        FixVersion version,
        String sender,
        String target,
        Endpoint endpoint,
        Store store,
        Timing timing,
        @Nullable User user) {

    private static final int LONGEST_NAME = 64;

    /** Validates. */
    public FixSession {
        Objects.requireNonNull(version, "version");
        named("sender", sender);
        named("target", target);
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(timing, "timing");
        Require.that(
                user == null || version.hasPasswords(),
                "user must be absent in version " + version.version() + ", whose logon has no place for it");
    }

    /** It becomes part of a file's name. */
    private static void named(String name, String value) {
        Require.visible(name, value, LONGEST_NAME);
        Require.that(
                value.chars().noneMatch(c -> "/\\:*?\"<>|-$ {}".indexOf(c) >= 0) && !value.startsWith("."),
                name + " must be without / \\ : * ? \" < > | - $ { } and a point in front, was " + value);
    }

    /**
     * Where a counterparty is, or where it is waited for.
     *
     * @param host its name or address; a loopback address for whoever waits
     * @param port its port
     * @param tls how the connection is encrypted; null if it is not, as on a leased line
     */
    public record Endpoint(String host, int port, @Nullable FixTls tls) {

        /** Validates. */
        public Endpoint {
            Require.visible("host", host, 255);
            Require.that(port > 0 && port < 65_536, "port must be 1 to 65535, was " + port);
        }
    }

    /** When the numbers of messages begin at 1 again. Both sides must agree on it. */
    public enum Resets {
        /** Never by itself: a session of all time, in which nothing is lost. */
        NEVER,
        /** At each logon: what was told while the line was down is not told again. */
        AT_LOGON,
        /** At each end of a connection, however it ends. */
        AT_DISCONNECT
    }

    /**
     * Where the numbers of messages and the messages themselves are kept.
     *
     * @param folder of this session alone
     * @param forced whether each number is forced to the disk before the message goes out. Without it a process may die at any
     *     moment and nothing is lost, but after a loss of power the numbers may be too low; the counterparty then refuses the
     *     logon, until a person resets the session
     * @param resets when numbers begin anew
     */
    public record Store(
            Path folder,
            @Default("true") boolean forced,
            @Default("never") Resets resets) {

        /** Validates. */
        public Store {
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(resets, "resets");
        }
    }

    /**
     * How often it is looked whether anybody is there; all in whole seconds.
     *
     * @param heartbeat the longest silence
     * @param reconnect how long to wait before the counterparty is called again
     * @param skew by how much the clocks of both sides may differ
     */
    public record Timing(
            @Default("30s") Duration heartbeat,
            @Default("5s") Duration reconnect,
            @Default("2m") Duration skew) {

        /** What is common: half a minute, five seconds, two minutes. */
        public static final Timing USUAL =
                new Timing(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofMinutes(2));

        /** Validates. */
        public Timing {
            seconds("heartbeat", heartbeat);
            seconds("reconnect", reconnect);
            seconds("skew", skew);
        }

        private static void seconds(String name, Duration value) {
            Require.that(
                    value.equals(Duration.ofSeconds(value.toSeconds()))
                            && value.isPositive()
                            && value.compareTo(Duration.ofHours(1)) <= 0,
                    name + " must be whole seconds, from one to an hour, was " + value);
        }
    }

    /**
     * Who logs on.
     *
     * @param name tag 553
     * @param password tag 554
     */
    public record User(String name, Secret password) {

        /** Validates. */
        public User {
            Require.visible("name", name, 128);
            Objects.requireNonNull(password, "password");
        }
    }
}
