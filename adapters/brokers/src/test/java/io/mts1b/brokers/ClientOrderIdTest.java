package io.mts1b.brokers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientOrderIdTest {

    @Test
    void follows_from_the_order_and_its_revision() throws Exception {
        // The first 90 bits of the hash in RFC 4648 base 32, five at a time from the left.
        byte[] digest = MessageDigest.getInstance("SHA-256").digest("0 o-1".getBytes(StandardCharsets.US_ASCII));
        StringBuilder bits = new StringBuilder();
        for (byte b : digest) {
            bits.append(String.format("%8s", Integer.toBinaryString(b & 0xff)).replace(' ', '0'));
        }
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 18; i++) {
            expected.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
                    .charAt(Integer.parseInt(bits.substring(i * 5, i * 5 + 5), 2)));
        }

        assertThat(ClientOrderId.of(new OrderId("o-1"), 0)).hasToString(expected.toString());
        assertThat(ClientOrderId.parse(expected.toString())).isEqualTo(ClientOrderId.of(new OrderId("o-1"), 0));
    }

    @Test
    void is_another_for_every_order_and_revision() {
        Set<ClientOrderId> names = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            for (int revision = 0; revision < 3; revision++) {
                assertThat(names.add(ClientOrderId.of(new OrderId("o-" + i), revision)))
                        .isTrue();
            }
        }
    }

    @Test
    void refuses_what_is_none() {
        assertThatThrownBy(() -> ClientOrderId.parse("abc"))
                .hasMessage("client order id must be 18 characters of A to Z and 2 to 7, was abc");
        assertThatThrownBy(() -> ClientOrderId.parse("ABCDEFGHIJKLMNOPQ1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientOrderId.of(new OrderId("o-1"), -1))
                .hasMessage("revision must not be negative, was -1");
        assertThatThrownBy(() -> new OrderName(null, null)).hasMessage("an order must be named by us or by the venue");
    }
}
