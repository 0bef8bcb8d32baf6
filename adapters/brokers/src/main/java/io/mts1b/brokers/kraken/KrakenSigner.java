package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import io.mts1b.platform.security.Hmac;
import io.mts1b.platform.security.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Signs requests as Kraken wants them: an HMAC-SHA512 under the key's private half.
 *
 * <p>Sources: Kraken, Spot REST API, Authentication; Kraken, Futures REST API, Authentication, and WebSocket API,
 * Challenge. Immutable and thread-safe.
 */
public final class KrakenSigner {

    private final Secret secret;

    /**
     * Makes a signer.
     *
     * @param secret the private half of a key, base64 as Kraken shows it
     * @throws IllegalArgumentException if it is not base64; nothing of it is told
     */
    public KrakenSigner(Secret secret) {
        this.secret = secret;
        Require.that(key().length > 0, "the private key must hold at least one byte");
    }

    /**
     * Signs a request to the spot market: {@code HMAC-SHA512(path + SHA-256(nonce + body))}.
     *
     * @param path of the request, such as {@code /0/private/AddOrder}
     * @param nonce that stands in the body, too
     * @param body the form, or the JSON, to the byte
     * @return what goes into the header {@code API-Sign}
     */
    public String sign(String path, String nonce, String body) {
        Require.that(path.startsWith("/"), "path must begin with '/', was '" + path + "'");
        Require.that(
                !nonce.isEmpty() && nonce.length() <= 20 && nonce.chars().allMatch(c -> c >= '0' && c <= '9'),
                "nonce must be 1 to 20 digits, was '" + nonce + "'");
        Require.that(body.contains(nonce), "body must carry the nonce " + nonce + ", or Kraken refuses the signature");
        byte[] hash = sha256(nonce + body);
        byte[] start = path.getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[start.length + hash.length];
        System.arraycopy(start, 0, message, 0, start.length);
        System.arraycopy(hash, 0, message, start.length, hash.length);
        return hmac(message);
    }

    /**
     * Signs a request to the futures market: {@code HMAC-SHA512(SHA-256(postData + nonce + path))}.
     *
     * @param path of the request without {@code /derivatives}, such as {@code /api/v3/sendorder}
     * @param nonce what goes into the header {@code Nonce}; may be empty
     * @param postData the parameters, URL-encoded as they are sent; may be empty
     * @return what goes into the header {@code Authent}
     */
    public String authent(String path, String nonce, String postData) {
        Require.that(
                path.startsWith("/") && !path.startsWith("/derivatives"),
                "path must begin with '/' and go without '/derivatives', was '" + path + "'");
        return hmac(sha256(postData + nonce + path));
    }

    /**
     * Signs the challenge by which a futures stream is opened: {@code HMAC-SHA512(SHA-256(challenge))}.
     *
     * @param challenge what the venue sent
     * @return what goes into {@code signed_challenge}
     */
    public String signChallenge(String challenge) {
        return hmac(sha256(Require.visible("challenge", challenge, 256)));
    }

    private String hmac(byte[] message) {
        return Base64.getEncoder().encodeToString(Hmac.SHA512.sign(key(), message));
    }

    private byte[] key() {
        try {
            return Base64.getDecoder().decode(secret.reveal());
        } catch (IllegalArgumentException e) {
            // Its message shows a character of the secret.
            throw new IllegalArgumentException("the private key must be base64, is not");
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
