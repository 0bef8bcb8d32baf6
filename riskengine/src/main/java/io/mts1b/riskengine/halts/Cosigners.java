package io.mts1b.riskengine.halts;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.platform.security.Ed25519;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who may agree to the end of a halt, and the keys they sign with.
 *
 * <p>Signatures are Ed25519 (RFC 8032). Checking one compares nothing secret, so how long it takes tells nothing.
 * Immutable and thread-safe.
 */
public final class Cosigners {

    private final SortedMap<ActorId, byte[]> publicKeys = new TreeMap<>();

    /**
     * Takes the operators.
     *
     * @param publicKeys the 32 bytes of each operator's public key, two operators at least, no key twice
     */
    public Cosigners(Map<ActorId, byte[]> publicKeys) {
        Require.that(publicKeys.size() >= 2, "publicKeys must be of two operators at least, was " + publicKeys.size());
        publicKeys.forEach((actor, key) -> {
            Require.that(
                    key.length == Ed25519.KEY_BYTES,
                    "key of " + actor + " must be " + Ed25519.KEY_BYTES + " bytes, was " + key.length);
            this.publicKeys.put(actor, key.clone());
        });
        Require.that(
                this.publicKeys.values().stream()
                                .map(HexFormat.of()::formatHex)
                                .distinct()
                                .count()
                        == publicKeys.size(),
                "publicKeys must differ: one key of two operators is one operator");
    }

    /**
     * Checks the second operator's signature.
     *
     * @param release what is to end, who wishes it and who agrees
     * @param signature {@link HaltRelease#message()} signed with the key of {@code cosignedBy}
     * @return the release, as it is taken
     * @throws IllegalArgumentException if either is no operator, or the signature is not the second's
     */
    public SignedRelease check(HaltRelease release, byte[] signature) {
        Require.present(publicKeys.get(release.liftedBy()), "liftedBy must be an operator, was " + release.liftedBy());
        byte[] key = Require.present(
                publicKeys.get(release.cosignedBy()), "cosignedBy must be an operator, was " + release.cosignedBy());
        Require.that(
                Ed25519.verify(key, release.message(), signature),
                "signature must be that of " + release.cosignedBy() + " under this release");
        return new SignedRelease(release);
    }
}
