package io.mts1b.riskengine.halts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.platform.security.Ed25519;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CosignersTest {

    private static final Instant NOW = Instant.parse("2024-05-06T16:00:00Z");
    private static final ActorId ANNA = new ActorId("anna");
    private static final ActorId BEN = new ActorId("ben");
    private static final ActorId EVE = new ActorId("eve");
    private static final HaltRequest HALT =
            new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("ops"), NOW);
    private static final HaltRelease RELEASE = new HaltRelease(HALT, ANNA, BEN, NOW.plusSeconds(60));

    private final Ed25519 anna = key(1);
    private final Ed25519 ben = key(2);
    private final Cosigners cosigners = new Cosigners(Map.of(ANNA, anna.publicKey(), BEN, ben.publicKey()));

    @Test
    void the_second_operator_signs() {
        assertThat(cosigners.check(RELEASE, ben.sign(RELEASE.message())).release())
                .isEqualTo(RELEASE);
    }

    @Test
    void nobody_else_can_sign_and_a_signature_is_for_one_halt() {
        HaltRequest later =
                new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "drill", new ActorId("ops"), NOW.plusSeconds(1));
        HaltRelease other = new HaltRelease(later, ANNA, BEN, NOW.plusSeconds(60));
        byte[] cut = new byte[Ed25519.SIGNATURE_BYTES - 1];

        refuses(RELEASE, anna.sign(RELEASE.message()), "signature must be that of ben under this release");
        refuses(other, ben.sign(RELEASE.message()), "signature must be that of ben under this release");
        refuses(RELEASE, cut, "signature must be that of ben under this release");
        refuses(
                new HaltRelease(HALT, ANNA, EVE, NOW),
                ben.sign(RELEASE.message()),
                "cosignedBy must be an operator, was eve");
        refuses(
                new HaltRelease(HALT, EVE, BEN, NOW),
                ben.sign(RELEASE.message()),
                "liftedBy must be an operator, was eve");
    }

    @Test
    void one_person_is_not_two() {
        assertThatThrownBy(() -> new HaltRelease(HALT, ANNA, ANNA, NOW))
                .hasMessage("cosignedBy must be somebody else than anna who lifts it");
        assertThatThrownBy(() -> new HaltRelease(HALT, ANNA, BEN, NOW.minusSeconds(1)))
                .hasMessageStartingWith("at must not be before the halt");
        assertThatThrownBy(() -> new Cosigners(Map.of(ANNA, anna.publicKey())))
                .hasMessage("publicKeys must be of two operators at least, was 1");
        assertThatThrownBy(() -> new Cosigners(Map.of(ANNA, anna.publicKey(), BEN, anna.publicKey())))
                .hasMessage("publicKeys must differ: one key of two operators is one operator");
        assertThatThrownBy(() -> new Cosigners(Map.of(ANNA, anna.publicKey(), BEN, new byte[31])))
                .hasMessage("key of ben must be 32 bytes, was 31");
    }

    private void refuses(HaltRelease release, byte[] signature, String message) {
        assertThatThrownBy(() -> cosigners.check(release, signature)).hasMessage(message);
    }

    private static Ed25519 key(int seed) {
        byte[] bytes = new byte[Ed25519.KEY_BYTES];
        bytes[0] = (byte) seed;
        return Ed25519.ofBytes(bytes);
    }
}
