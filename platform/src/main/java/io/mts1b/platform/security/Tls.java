package io.mts1b.platform.security;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is encrypted and the other side is told by: TLS 1.3, and mutual TLS where both sides show a
 * certificate.
 *
 * <p>Immutable and thread-safe.
 *
 * @param context makes sockets
 * @param trust decides whom to believe
 */
public record Tls(SSLContext context, X509TrustManager trust) {

    /** The versions that are spoken; older ones are broken. */
    private static final String PROTOCOL = "TLSv1.3";

    /** A password that guards nothing: the key store never leaves this process. */
    private static final char[] IN_MEMORY = new char[0];

    /**
     * What one's own certificate is made of.
     *
     * @param certificates the chain in PEM, one's own first
     * @param privateKey its key
     */
    public record Identity(Path certificates, Secret privateKey) {}

    /**
     * Believes whom the Java platform believes, and shows no certificate.
     *
     * @return the set-up for calling public services
     */
    public static Tls system() {
        return make(Optional.empty(), Optional.empty());
    }

    /**
     * Believes given authorities, and shows a certificate.
     *
     * @param authorities who may have signed the other side's certificate, in PEM; empty for those of the Java
     *     platform
     * @param identity one's own certificate; empty to show none
     * @return the set-up
     * @throws SecretException if a file cannot be read or is not what it should be
     */
    public static Tls of(Optional<Path> authorities, Optional<Identity> identity) {
        return make(authorities, identity);
    }

    private static Tls make(Optional<Path> authorities, Optional<Identity> identity) {
        try {
            X509TrustManager trust = trust(authorities.isEmpty() ? null : store(certificates(authorities.get())));
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            KeyManager @Nullable [] keys = identity.isEmpty() ? null : keys(identity.get());
            context.init(keys, new TrustManager[] {trust}, null);
            return new Tls(context, trust);
        } catch (GeneralSecurityException | IOException e) {
            throw new SecretException("TLS cannot be set up: " + e, e);
        }
    }

    private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
        Certificate[] chain = certificates(identity.certificates()).toArray(Certificate[]::new);
        PrivateKey key = PrivateKeys.parse(identity.privateKey());
        if (!belong(key, chain[0].getPublicKey())) {
            throw new SecretException(
                    "private key must belong to the first certificate of " + identity.certificates() + ", does not");
        }
        KeyStore store = store(List.of());
        store.setKeyEntry("own", key, IN_MEMORY, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, IN_MEMORY);
        return factory.getKeyManagers();
    }

    private static boolean belong(PrivateKey own, PublicKey shown) throws GeneralSecurityException {
        String algorithm = switch (own.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "EdDSA";
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(own);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            return signature.verify(signed);
        } catch (InvalidKeyException | SignatureException e) {
            return false; // They are of different kinds.
        }
    }

    private static X509TrustManager trust(@Nullable KeyStore authorities) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(authorities);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust;
            }
        }
        throw new GeneralSecurityException("this Java platform must have an X.509 trust manager");
    }

    private static Collection<? extends Certificate> certificates(Path file)
            throws GeneralSecurityException, IOException {
        Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
        if (found.isEmpty()) {
            throw new SecretException("certificates must be PEM, found none in " + file);
        }
        return found;
    }

    private static KeyStore store(Collection<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, IN_MEMORY);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        return store;
    }
}
