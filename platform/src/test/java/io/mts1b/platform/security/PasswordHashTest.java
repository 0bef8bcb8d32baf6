package io.mts1b.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

    private static final PasswordHash CHEAP = new PasswordHash(8, 1, 1);

    /** From the test of the reference implementation, P-H-C/phc-winner-argon2, src/test.c, version 0x13. */
    private static final String REFERENCE =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void agrees_with_the_reference_implementation() {
        assertThat(PasswordHash.verify(Secret.of("password"), REFERENCE)).isTrue();
        assertThat(PasswordHash.verify(Secret.of("Password"), REFERENCE)).isFalse();
    }

    @Test
    void a_hash_knows_its_password_and_no_other() {
        String hash = CHEAP.of(Secret.of("correct horse"));

        assertThat(hash).startsWith("$argon2id$v=19$m=8,t=1,p=1$").doesNotContain("horse");
        assertThat(PasswordHash.verify(Secret.of("correct horse"), hash)).isTrue();
        assertThat(PasswordHash.verify(Secret.of("correct horsf"), hash)).isFalse();
        assertThat(CHEAP.of(Secret.of("correct horse"))).as("salted").isNotEqualTo(hash);
    }

    @Test
    void says_whether_it_was_made_at_this_cost() {
        String hash = CHEAP.of(Secret.of("x"));

        assertThat(CHEAP.made(hash)).isTrue();
        assertThat(PasswordHash.STANDARD.made(hash)).isFalse();
        assertThat(PasswordHash.STANDARD).isEqualTo(new PasswordHash(19_456, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "$argon2i$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$short",
                "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\n",
            })
    void what_is_no_hash_is_refused(String text) {
        assertThatThrownBy(() -> PasswordHash.verify(Secret.of("x"), text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hash must be an Argon2id hash in the PHC string format, is not");
    }

    @ParameterizedTest
    @CsvSource({
        "7, 1, 1, 'memoryKib must be 8 to 1048576, was 7'",
                "1048577, 1, 1, 'memoryKib must be 8 to 1048576, was 1048577'",
        "31, 1, 4, 'memoryKib must be 32 to 1048576, was 31'", "8, 0, 1, 'passes must be 1 to 64, was 0'",
        "8, 65, 1, 'passes must be 1 to 64, was 65'", "8, 1, 0, 'lanes must be 1 to 16, was 0'",
        "999, 1, 17, 'lanes must be 1 to 16, was 17'",
    })
    void a_cost_out_of_bounds_is_refused_also_in_a_hash(int memoryKib, int passes, int lanes, String message) {
        assertThatThrownBy(() -> new PasswordHash(memoryKib, passes, lanes)).hasMessage(message);
        String hash = "$argon2id$v=19$m=" + memoryKib + ",t=" + passes + ",p=" + lanes
                + "$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assertThatThrownBy(() -> PasswordHash.verify(Secret.of("x"), hash)).hasMessage(message);
    }
}
