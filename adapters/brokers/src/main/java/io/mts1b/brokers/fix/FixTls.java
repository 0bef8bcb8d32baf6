package io.mts1b.brokers.fix;

import io.mts1b.platform.config.Default;
import io.mts1b.platform.security.Secret;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a session is encrypted, in TLS 1.2 or 1.3: by key stores, as FIX engines are given them. Whoever calls checks that the
 * certificate is of the host it called.
 *
 * @param trusted whose certificates are believed. There is no default: QuickFIX/J believes everybody where it is not told whom
 * @param own our own certificate and its key; null to show none, which whoever waits for calls cannot do
 * @param mutual whether a caller must show a certificate
 */
public record FixTls(
        KeyFile trusted,
        @Nullable KeyFile own,
        @Default("false") boolean mutual) {

    /** Validates. */
    public FixTls {
        Objects.requireNonNull(trusted, "trusted");
    }

    /**
     * A PKCS #12 file.
     *
     * @param file where it is
     * @param password what opens it
     */
    public record KeyFile(Path file, Secret password) {

        /** Validates. */
        public KeyFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(password, "password");
        }
    }
}
