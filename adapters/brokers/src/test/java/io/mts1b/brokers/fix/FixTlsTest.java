package io.mts1b.brokers.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.orders.Side;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixTlsTest {

    private static final String PASSWORD = "for-this-test";

    @TempDir
    private Path folder;

    private final List<VenueMessage> told = Collections.synchronizedList(new ArrayList<>());

    private FixTls.KeyFile keys(String name) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".p12");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=IP:127.0.0.1,DNS:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return new FixTls.KeyFile(file, Secret.of(PASSWORD));
    }

    @Test
    void both_sides_show_who_they_are() throws Exception {
        FixTls.KeyFile venue = keys("venue");
        FixTls.KeyFile house = keys("house");
        Loopback.Wire wire = new Loopback.Wire(new FixTls(house, venue, true), new FixTls(venue, house, false));
        try (Loopback loopback = new Loopback(FixVersion.FIX44, folder, Lies.NONE, 1, wire, told::add)) {
            loopback.broker.open();
            loopback.settle();
            loopback.broker.submit(Orders.limit("o-1", Loopback.SHARE, Side.BUY, 10, "50"));
            loopback.settle();
            assertThat(told).hasSize(2).last().isInstanceOf(OrderReport.Accepted.class);
        }
    }

    @Test
    void somebody_else_is_not_spoken_to() throws Exception {
        FixTls.KeyFile venue = keys("venue");
        Loopback.Wire wire =
                new Loopback.Wire(new FixTls(venue, venue, false), new FixTls(keys("somebody"), null, false));
        try (Loopback loopback = new Loopback(FixVersion.FIX44, folder, Lies.NONE, 1, wire, told::add)) {
            loopback.broker.open();
            assertThat(loopback.venue.settle(Duration.ofSeconds(4))).isFalse();
            assertThat(told).isEmpty();
        }
    }
}
