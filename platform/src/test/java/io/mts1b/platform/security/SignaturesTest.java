package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HMAC, Ed25519 and the keys they are made with, against the examples of their standards. */
class SignaturesTest {

    private static final HexFormat HEX = HexFormat.of();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 4231, test cases 2 and 6: a short key, and one longer than a block. */
    @ParameterizedTest
    @CsvSource({
        "SHA256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843,"
                + " 60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
        "SHA384, af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649,"
                + " 4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c60c2ef6ab4030fe8296248df163f44952",
        "SHA512, 164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                + "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737,"
                + " 80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                + "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
    })
    void hmac_is_that_of_the_standard(Hmac hmac, String shortKey, String longKey) {
        byte[] jefe = bytes("what do ya want for nothing?");
        byte[] key = new byte[131];
        java.util.Arrays.fill(key, (byte) 0xaa);

        assertThat(HEX.formatHex(hmac.sign(bytes("Jefe"), jefe))).isEqualTo(shortKey);
        assertThat(HEX.formatHex(hmac.sign(key, bytes("Test Using Larger Than Block-Size Key - Hash Key First"))))
                .isEqualTo(longKey);
        assertThat(hmac.verify(bytes("Jefe"), jefe, HEX.parseHex(shortKey))).isTrue();
        assertThat(hmac.verify(bytes("Jefe"), bytes("else"), HEX.parseHex(shortKey)))
                .isFalse();
        assertThat(hmac.verify(bytes("jefe"), jefe, HEX.parseHex(shortKey))).isFalse();
        assertThat(hmac.verify(bytes("Jefe"), jefe, new byte[0])).isFalse();
        assertThatThrownBy(() -> hmac.sign(new byte[0], jefe)).hasMessage("key must have at least one byte, had none");
    }

    /** RFC 8032, section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + " e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + " 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + " 92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + " fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + " 6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a",
    })
    void ed25519_is_that_of_the_standard(String key, String publicKey, String message, String signature) {
        Ed25519 signer = Ed25519.ofBytes(HEX.parseHex(key));

        assertThat(HEX.formatHex(signer.publicKey())).isEqualTo(publicKey);
        assertThat(HEX.formatHex(signer.sign(HEX.parseHex(message)))).isEqualTo(signature);
        assertThat(Ed25519.verify(signer.publicKey(), HEX.parseHex(message), HEX.parseHex(signature)))
                .isTrue();
    }

    @Test
    void a_changed_message_or_signature_is_not_believed() {
        Ed25519 signer = Ed25519.generate();
        ForAll.cases(100, random -> {
            byte[] message = new byte[1 + random.nextInt(100)];
            random.nextBytes(message);
            byte[] signature = signer.sign(message);
            assertThat(Ed25519.verify(signer.publicKey(), message, signature)).isTrue();

            byte[] target = random.nextBoolean() ? message : signature;
            target[random.nextInt(target.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(Ed25519.verify(signer.publicKey(), message, signature)).isFalse();
        });
        assertThat(Ed25519.verify(signer.publicKey(), new byte[1], new byte[63]))
                .isFalse();
        assertThat(Ed25519.verify(Ed25519.generate().publicKey(), new byte[1], signer.sign(new byte[1])))
                .isFalse();
        assertThatThrownBy(() -> Ed25519.ofBytes(new byte[31])).hasMessage("private key must be 32 bytes, was 31");
        assertThatThrownBy(() -> Ed25519.verify(new byte[33], new byte[1], new byte[64]))
                .hasMessage("public key must be 32 bytes, was 33");
    }

    private static Secret pem(String label, byte[] bytes) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Secret.of("noise\n-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
    }

    @Test
    void keys_are_read_in_all_their_forms() throws Exception {
        PrivateKey edwards =
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        KeyPairGenerator curves = KeyPairGenerator.getInstance("EC");
        curves.initialize(new ECGenParameterSpec("secp256r1"));
        PrivateKey curve = curves.generateKeyPair().getPrivate();
        PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();

        for (PrivateKey key : new PrivateKey[] {edwards, curve, rsa}) {
            assertThat(PrivateKeys.parse(pem("PRIVATE KEY", key.getEncoded()))).isEqualTo(key);
        }
        byte[] sec1 = withAlgorithm(curve);
        byte[] pkcs1 = PrivateKeyInfo.getInstance(rsa.getEncoded())
                .parsePrivateKey()
                .toASN1Primitive()
                .getEncoded();
        ECPrivateKey read = (ECPrivateKey) PrivateKeys.parse(pem("EC PRIVATE KEY", sec1));
        assertThat(read.getS()).isEqualTo(((ECPrivateKey) curve).getS());
        assertThat(((RSAPrivateKey) PrivateKeys.parse(pem("RSA PRIVATE KEY", pkcs1))).getModulus())
                .isEqualTo(((RSAPrivateKey) rsa).getModulus());
    }

    /** What OpenSSL writes under EC PRIVATE KEY: the key with its curve. */
    private static byte[] withAlgorithm(PrivateKey curve) throws Exception {
        PrivateKeyInfo info = PrivateKeyInfo.getInstance(curve.getEncoded());
        return new org.bouncycastle.asn1.sec.ECPrivateKey(
                        256,
                        ((ECPrivateKey) curve).getS(),
                        info.getPrivateKeyAlgorithm().getParameters())
                .getEncoded();
    }

    @Test
    void an_ed25519_key_is_read_and_another_refused() throws Exception {
        Ed25519 expected = Ed25519.ofBytes(new byte[32]);
        byte[] encoded = HEX.parseHex("302e020100300506032b657004220420" + "00".repeat(32));

        assertThat(Ed25519.parse(pem("PRIVATE KEY", encoded)).publicKey()).isEqualTo(expected.publicKey());
        PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        assertThatThrownBy(() -> Ed25519.parse(pem("PRIVATE KEY", rsa.getEncoded())))
                .isInstanceOf(SecretException.class)
                .hasMessage("private key must be Ed25519, is RSA");
    }

    @Test
    void what_is_no_key_is_refused_without_showing_it() {
        assertThatThrownBy(() -> PrivateKeys.parse(Secret.of("hunter2")))
                .isInstanceOf(SecretException.class)
                .hasMessageStartingWith("private key must be PEM with PRIVATE KEY")
                .hasMessageNotContaining("hunter2");
        for (String label : new String[] {"PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY"}) {
            assertThatThrownBy(() -> PrivateKeys.parse(pem(label, bytes("hunter2"))))
                    .isInstanceOf(SecretException.class)
                    .hasMessageStartingWith("private key must ");
        }
    }

    @Test
    void equal_means_equal() {
        assertThat(ConstantTime.equal("a", "a")).isTrue();
        assertThat(ConstantTime.equal("a", "b")).isFalse();
        assertThat(ConstantTime.equal("a", "ab")).isFalse();
        assertThat(ConstantTime.equal("", "a")).isFalse();
        assertThat(ConstantTime.equal(new byte[0], new byte[0])).isTrue();
    }
}
