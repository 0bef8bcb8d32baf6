package io.mts1b.platform.bus;

import io.mts1b.platform.clock.WallClock;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class BusStreamInProcessTest extends StreamTck {

    @TempDir
    private Path temp;

    @Override
    BusNetwork open() {
        return InProcessNetwork.open(temp, WallClock.source());
    }
}
