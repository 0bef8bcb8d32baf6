package io.mts1b.platform.db;

import io.mts1b.foundation.Require;
import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code db} of the configuration. Without a URL a PostgreSQL of the house's own runs on this machine.
 *
 * @param url your own PostgreSQL, such as {@code jdbc:postgresql://db:5432/mts?sslmode=verify-full}; whatever the driver
 *     knows may stand behind the question mark, TLS above all, but for a user or a password
 * @param user who logs in there; given if and only if {@code url} is
 * @param password of the user; none if the user is known by a certificate
 * @param pool how many connections there are
 * @param timeouts how long anything may take
 * @param attempts how often a transaction is tried that is in conflict with others, 1 to 100
 * @param embedded the PostgreSQL of the house's own
 */
public record DatabaseSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable Secret password,
        Pool pool,
        Timeouts timeouts,
        @Default("10") int attempts,
        Embedded embedded) {

    /**
     * How many connections there are.
     *
     * @param connections how many at most, 1 to 1000
     * @param leakAfter from when on a connection that is not given back counts as leaked, 2 s to a day
     */
    public record Pool(
            @Default("10") int connections, @Default("1m") Duration leakAfter) {

        /** Validates. */
        public Pool {
            Require.that(connections >= 1 && connections <= 1_000, "connections must be 1 to 1000, was " + connections);
            requireTime("leakAfter", leakAfter, Duration.ofSeconds(2));
        }
    }

    /**
     * How long anything may take, up to a day.
     *
     * @param connect until a new connection stands, at least 1 s
     * @param acquire until a connection is free for a transaction, at least 250 ms
     * @param statement until the database has carried out a statement, at least 1 ms
     * @param idle that a transaction may do nothing before the database ends it, at least 1 ms
     * @param check until a check of health must be answered, at least 1 ms
     */
    public record Timeouts(
            @Default("5s") Duration connect,
            @Default("10s") Duration acquire,
            @Default("30s") Duration statement,
            @Default("1m") Duration idle,
            @Default("2s") Duration check) {

        /** Validates. */
        public Timeouts {
            requireTime("connect", connect, Duration.ofSeconds(1));
            requireTime("acquire", acquire, Duration.ofMillis(250));
            requireTime("statement", statement, Duration.ofMillis(1));
            requireTime("idle", idle, Duration.ofMillis(1));
            requireTime("check", check, Duration.ofMillis(1));
        }
    }

    /**
     * The PostgreSQL of the house's own.
     *
     * @param account who it runs as where this process is root, for PostgreSQL refuses to be
     * @param programs where its programs are unpacked; by default in its folder, or below {@code /var/lib/mts1b} where
     *     the account could not reach them there
     * @param start how long it may take to start, 1 s to a day, which matters after a crash with much to recover
     * @param stop how long it may take to end in order, 1 s to a day; then it is ended without
     */
    public record Embedded(
            @Default("nobody") String account,
            @Nullable Path programs,
            @Default("1m") Duration start,
            @Default("30s") Duration stop) {

        /** Validates. */
        public Embedded {
            Require.token("account", account, 32);
            requireTime("start", start, Duration.ofSeconds(1));
            requireTime("stop", stop, Duration.ofSeconds(1));
        }
    }

    /** Validates. */
    public DatabaseSettings {
        Require.that((url == null) == (user == null), "url and user must be given together, or neither");
        Require.that(url != null || password == null, "password must not be given without url");
        Require.that(attempts >= 1 && attempts <= 100, "attempts must be 1 to 100, was " + attempts);
        if (url != null) {
            Login.requireUrl(url);
        }
    }

    private static void requireTime(String name, Duration value, Duration least) {
        Require.that(
                value.compareTo(least) >= 0 && value.compareTo(Duration.ofDays(1)) <= 0,
                name + " must be " + least + " to a day, was " + value);
    }
}
