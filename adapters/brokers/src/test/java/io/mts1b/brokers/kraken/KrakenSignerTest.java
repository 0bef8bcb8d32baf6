package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.security.Secret;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class KrakenSignerTest {

    /** The example of Kraken's own documentation. */
    private static final String DOCUMENTED =
            "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==";

    private final KrakenSigner signer = new KrakenSigner(Secret.of(DOCUMENTED));

    @Test
    void signs_the_documented_example() {
        assertThat(signer.sign(
                        "/0/private/AddOrder",
                        "1616492376594",
                        "nonce=1616492376594&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"))
                .isEqualTo("4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
    }

    @Test
    @Tag(SharedData.TAG)
    void signs_the_golden_vectors() throws IOException {
        JsonNode vectors =
                JsonNode.read(Files.readAllBytes(SharedData.path("quant_goldens/signing/hmac_vectors.json")), 1 << 20);
        check(vectors.get("documented").get("kraken"));
        check(vectors.get("computed").get("kraken_spot"));
    }

    private static void check(JsonNode vector) {
        KrakenSigner signer =
                new KrakenSigner(Secret.of(vector.get("secret_b64").text()));
        assertThat(signer.sign(
                        vector.get("path").text(),
                        vector.get("nonce").text(),
                        vector.get("postdata").text()))
                .isEqualTo(vector.get("api_sign").text());
    }

    @Test
    void signs_for_futures_as_the_scheme_says() throws Exception {
        // The scheme spelled out once more, with nothing of ours.
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest("symbol=pi_xbtusd&size=11415940002572/api/v3/sendorder".getBytes(StandardCharsets.UTF_8));
        assertThat(signer.authent("/api/v3/sendorder", "1415940002572", "symbol=pi_xbtusd&size=1"))
                .isEqualTo(hmac(hash));
        byte[] challenge = MessageDigest.getInstance("SHA-256")
                .digest("c100b894-1729-464d-ace1-52dbce11db42".getBytes(StandardCharsets.UTF_8));
        assertThat(signer.signChallenge("c100b894-1729-464d-ace1-52dbce11db42")).isEqualTo(hmac(challenge));
    }

    private static String hmac(byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(DOCUMENTED), "HmacSHA512"));
        return Base64.getEncoder().encodeToString(mac.doFinal(message));
    }

    @Test
    void shows_nothing_of_the_secret() {
        assertThatThrownBy(() -> new KrakenSigner(Secret.of("top§secret")))
                .hasMessage("the private key must be base64, is not")
                .hasNoCause();
    }

    @Test
    void refuses_what_kraken_would_refuse() {
        assertThatThrownBy(() -> signer.sign("/0/private/Balance", "12", "nonce=13"))
                .hasMessage("body must carry the nonce 12, or Kraken refuses the signature");
        assertThatThrownBy(() -> signer.sign("0/private/Balance", "12", "nonce=12"))
                .hasMessageContaining("path must begin with '/'");
        assertThatThrownBy(() -> signer.sign("/0/private/Balance", "1x", "nonce=1x"))
                .hasMessageContaining("nonce must be 1 to 20 digits");
        assertThatThrownBy(() -> signer.authent("/derivatives/api/v3/sendorder", "", ""))
                .hasMessageContaining("without '/derivatives'");
    }
}
