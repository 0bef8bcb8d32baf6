package io.mts1b.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotsTest {

    private final Slots slots = new Slots(3, 2);

    private boolean take(String host) throws InterruptedException {
        return slots.take(host, Duration.ZERO);
    }

    @Test
    void a_host_has_its_own_limit() throws Exception {
        assertThat(take("a")).isTrue();
        assertThat(take("a")).isTrue();
        assertThat(take("a")).isFalse();
        assertThat(take("b")).isTrue();
        slots.give("a");
        assertThat(take("a")).isTrue();
    }

    @Test
    void all_hosts_have_one_together() throws Exception {
        assertThat(take("a")).isTrue();
        assertThat(take("a")).isTrue();
        assertThat(take("b")).isTrue();
        assertThat(take("b")).isFalse();
        slots.give("a");
        assertThat(take("b")).as("what was not to be had was given back").isTrue();
        assertThat(take("c")).isFalse();
    }

    @Test
    void who_is_interrupted_holds_nothing() throws Exception {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> slots.take("a", Duration.ofDays(1))).isInstanceOf(InterruptedException.class);
        assertThat(take("a")).isTrue();
        assertThat(take("a")).isTrue();
        assertThat(take("b")).isTrue();
    }
}
