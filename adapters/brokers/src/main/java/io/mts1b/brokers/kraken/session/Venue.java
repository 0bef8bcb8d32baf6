package io.mts1b.brokers.kraken.session;

import io.mts1b.brokers.kraken.local.KrakenVenue;
import io.mts1b.brokers.kraken.local.PaperKraken;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.setup.BrokerMode;
import io.mts1b.brokers.setup.BrokerSettings;
import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a session leads.
 *
 * @param settings with addresses and a key
 * @param stream where the private stream is
 * @param paper the venue in this process, if it is there
 */
record Venue(BrokerSettings settings, URI stream, @Nullable PaperKraken paper) implements AutoCloseable {

    private static final URI API = URI.create("https://api.kraken.com");
    private static final URI STREAM = URI.create("wss://ws-auth.kraken.com/v2");
    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    /** Both halves of the key of a venue that ends with this process. */
    private static final Secret KEY = Secret.of("paper");

    private static final Secret SECRET = Secret.of("cGFwZXI=");

    static Venue of(BrokerSettings settings, KrakenSession.Host host) throws IOException {
        URI api = settings.api();
        if (settings.mode() == BrokerMode.PAPER && api == null) {
            PaperKraken paper = PaperKraken.open(
                    new PaperKraken.Options(
                            0, KEY.reveal(), SECRET, KrakenVenue.Account.TRADES, Faults.NONE, host.seed()),
                    host.clock());
            return new Venue(settings.at(paper.api(), paper.stream()).with(KEY, SECRET), paper.stream(), paper);
        }
        if (api == null) {
            URI stream = settings.stream() == null ? STREAM : settings.stream();
            return new Venue(settings.at(API, stream), stream, null);
        }
        URI stream = settings.stream() == null ? streamBeside(api) : settings.stream();
        if (settings.mode() == BrokerMode.PAPER) {
            Require.that(
                    HERE.contains(api.getHost()) && HERE.contains(stream.getHost()),
                    "on paper the venue must be on this machine, was " + api + " and " + stream
                            + "; the broker's own is mode live");
        }
        return new Venue(settings.at(api, stream), stream, null);
    }

    private static URI streamBeside(URI api) {
        String scheme = "https".equals(api.getScheme()) ? "wss" : "ws";
        return URI.create(scheme + "://" + api.getAuthority() + KrakenVenue.STREAM);
    }

    @Override
    public void close() throws IOException {
        if (paper != null) {
            paper.close();
        }
    }
}
