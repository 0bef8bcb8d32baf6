package io.mts1b.brokers.fix;

import io.mts1b.brokers.BrokerTck;
import io.mts1b.brokers.Venue;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.simulated.Lies;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The port's suite over a socket, in one version. */
abstract class FixBrokerTck extends BrokerTck {

    private final FixVersion version;

    @TempDir
    private Path folder;

    private @Nullable Loopback loopback;

    FixBrokerTck(FixVersion version) {
        this.version = version;
    }

    @Override
    protected Venue venue(VenueListener listener) {
        Loopback made = new Loopback(version, folder, Lies.NONE, 1, listener);
        loopback = made;
        return made;
    }

    @AfterEach
    void close() {
        Loopback made = loopback;
        if (made != null) {
            made.close();
        }
    }
}
