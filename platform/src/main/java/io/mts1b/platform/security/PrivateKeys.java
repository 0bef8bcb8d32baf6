package io.mts1b.platform.security;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Reads private keys in PEM: PKCS #8, and the older forms of RSA (PKCS #1) and elliptic curves (SEC 1) that venues
 * still hand out.
 */
public final class PrivateKeys {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");

    private PrivateKeys() {}

    /**
     * Reads a key.
     *
     * @param pem the text of one key, without a password; what stands before and after its block is ignored
     * @return an RSA, EC or Ed25519 key
     * @throws SecretException if it is none
     */
    public static PrivateKey parse(Secret pem) {
        String text = pem.reveal();
        for (String label : List.of("PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY")) {
            String begin = "-----BEGIN " + label + "-----";
            int from = text.indexOf(begin);
            int to = text.indexOf("-----END " + label + "-----");
            if (from >= 0 && to > from) {
                return decode(label, text.substring(from + begin.length(), to));
            }
        }
        throw new SecretException("private key must be PEM with PRIVATE KEY, EC PRIVATE KEY or RSA PRIVATE KEY"
                + " in its first line and without a password");
    }

    private static PrivateKey decode(String label, String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64.replace("\\n", "\n"));
            return key(new PKCS8EncodedKeySpec(wrapped(label, bytes)));
        } catch (IOException | IllegalArgumentException | ClassCastException e) {
            throw new SecretException("private key must hold a key in Base64 between its lines, does not", e);
        }
    }

    /** The older forms lack the name of the algorithm, which their first line has. */
    private static byte[] wrapped(String label, byte[] bytes) throws IOException {
        return switch (label) {
            case "EC PRIVATE KEY" -> {
                ECPrivateKey key = ECPrivateKey.getInstance(bytes);
                yield new PrivateKeyInfo(
                                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()),
                                key)
                        .getEncoded();
            }
            case "RSA PRIVATE KEY" ->
                new PrivateKeyInfo(
                                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption),
                                RSAPrivateKey.getInstance(bytes))
                        .getEncoded();
            default -> bytes;
        };
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException e) {
                // The form does not say cheaply whose it is; the next algorithm may know it.
            }
        }
        throw new SecretException("private key must be one of " + ALGORITHMS + ", is something else");
    }
}
