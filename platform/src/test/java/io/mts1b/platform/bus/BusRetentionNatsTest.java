package io.mts1b.platform.bus;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class BusRetentionNatsTest extends RetentionTck {

    @TempDir
    private Path temp;

    private @Nullable NatsServer server;

    @Override
    BusNetwork open() throws Exception {
        NatsServer started = NatsServer.start(temp);
        server = started;
        return NatsNetwork.open(NatsOptions.of(started.address()));
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.kill();
        }
    }
}
