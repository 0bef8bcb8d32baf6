package io.mts1b.platform.security;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A key that signs with Ed25519, and with its public half checks what others signed.
 *
 * <p>Reference: S. Josefsson and I. Liusvaara, "Edwards-Curve Digital Signature Algorithm (EdDSA)", RFC 8032,
 * 2017. Signatures are deterministic. Immutable and thread-safe.
 */
public final class Ed25519 {

    /** The length of a private and of a public key, in bytes. */
    public static final int KEY_BYTES = 32;

    /** The length of a signature, in bytes. */
    public static final int SIGNATURE_BYTES = 64;

    private final Ed25519PrivateKeyParameters key;

    private Ed25519(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    /**
     * Makes a new key.
     *
     * @return a key from the randomness of the machine
     */
    public static Ed25519 generate() {
        return new Ed25519(new Ed25519PrivateKeyParameters(new SecureRandom()));
    }

    /**
     * Takes a key as its 32 bytes.
     *
     * @param bytes the private key; not kept
     * @return the key
     * @throws IllegalArgumentException if there are not 32 bytes
     */
    public static Ed25519 ofBytes(byte[] bytes) {
        requireLength("private key", bytes, KEY_BYTES);
        return new Ed25519(new Ed25519PrivateKeyParameters(bytes));
    }

    /**
     * Reads a key in PEM.
     *
     * @param pem a PKCS #8 key
     * @return the key
     * @throws SecretException if it is no Ed25519 key
     */
    public static Ed25519 parse(Secret pem) {
        PrivateKey key = PrivateKeys.parse(pem);
        if (key instanceof EdECPrivateKey edwards) {
            return ofBytes(
                    edwards.getBytes().orElseThrow(() -> new SecretException("private key must hold its bytes")));
        }
        throw new SecretException("private key must be Ed25519, is " + key.getAlgorithm());
    }

    /**
     * Signs a message.
     *
     * @param message any bytes
     * @return 64 bytes
     */
    public byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /**
     * Returns what others check the signatures with.
     *
     * @return the 32 bytes of the public key
     */
    public byte[] publicKey() {
        return key.generatePublicKey().getEncoded();
    }

    /**
     * Checks a signature.
     *
     * @param publicKey the 32 bytes of the signer's public key
     * @param message what was signed
     * @param signature the signature
     * @return whether the signer signed the message; a signature of another length than 64 is none
     * @throws IllegalArgumentException if {@code publicKey} is no public key
     */
    public static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        requireLength("public key", publicKey, KEY_BYTES);
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        Ed25519Signer verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(publicKey));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }

    private static void requireLength(String name, byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(name + " must be " + length + " bytes, was " + bytes.length);
        }
    }
}
