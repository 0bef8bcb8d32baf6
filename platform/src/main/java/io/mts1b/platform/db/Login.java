package io.mts1b.platform.db;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Secret;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How one PostgreSQL is reached.
 *
 * @param url without user and password
 * @param user who logs in
 * @param password of the user; null if there is none
 */
record Login(String url, String user, @Nullable Secret password) {

    private static final String SCHEME = "jdbc:postgresql://";
    private static final List<String> CREDENTIALS = List.of("user", "password", "sslpassword");

    /** Refuses a URL that says who logs in, without showing it. */
    static void requireUrl(String url) {
        Require.that(url.startsWith(SCHEME), "url must begin with " + SCHEME);
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        Require.that(place.indexOf('@') < 0, "url must not hold a user or a password: set db.user and db.password");
        for (String parameter :
                query < 0 ? new String[0] : url.substring(query + 1).split("&", -1)) {
            String name = parameter.substring(0, Math.max(0, parameter.indexOf('=')));
            Require.that(
                    !CREDENTIALS.contains(name.toLowerCase(Locale.ROOT)),
                    "url must not hold the parameter " + name + ": set db.user and db.password");
        }
    }

    /** Returns the URL as people are shown it: without what stands behind the question mark. */
    String place() {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** Returns what the driver is to know beside the URL, whose parameters come first. */
    Properties properties(DatabaseSettings.Timeouts timeouts) {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        properties.setProperty("ApplicationName", "mts1b");
        properties.setProperty(
                "connectTimeout", Long.toString(timeouts.connect().toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(timeouts.connect().toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // A detail quotes the values of the row that was refused.
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    /** Returns connections that no pool keeps and no statement of which has a time limit. */
    DataSource dataSource(DatabaseSettings.Timeouts timeouts) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        try {
            Properties properties = properties(timeouts);
            for (String name : properties.stringPropertyNames()) {
                source.setProperty(name, properties.getProperty(name));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the driver must know its own properties", e);
        }
        return source;
    }
}
