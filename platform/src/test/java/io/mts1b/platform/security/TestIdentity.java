package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.platform.security.Tls.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;

/** Certificates that sign themselves, made by the JDK's keytool. */
public final class TestIdentity {

    private TestIdentity() {}

    /** Makes one for localhost, in {@code name.pem} of the folder. */
    public static Identity make(Path folder, String name, String algorithm) throws Exception {
        Path certificate = folder.resolve(name + ".pem");
        Path store = folder.resolve(name + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "test-only",
                        "-validity",
                        "3650")
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(made.waitFor()).as(said).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "test-only".toCharArray());
        Base64.Encoder base64 = Base64.getMimeEncoder();
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + base64.encodeToString(keys.getCertificate(name).getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        byte[] key = keys.getKey(name, "test-only".toCharArray()).getEncoded();
        String label = " PRIVATE KEY-----\n";
        return new Identity(
                certificate, Secret.of("-----BEGIN" + label + base64.encodeToString(key) + "\n-----END" + label));
    }
}
