package io.mts1b.platform.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    @Test
    void an_id_holds_in_its_scope_and_the_one_before_comes_back() {
        assertThat(Correlation.current()).isEmpty();
        try (Correlation.Scope _ = Correlation.open("a")) {
            try (Correlation.Scope _ = Correlation.open("b")) {
                assertThat(Correlation.current()).contains("b");
            }
            assertThat(Correlation.current()).contains("a");
        }
        assertThat(Correlation.current()).isEmpty();
    }

    @Test
    void an_id_follows_the_work_to_another_thread() throws Exception {
        Callable<Optional<String>> look = Correlation::current;
        List<Optional<String>> seen = new ArrayList<>();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Callable<Optional<String>> carried;
            try (Correlation.Scope _ = Correlation.open("a")) {
                carried = Correlation.carry(look);
                Correlation.carrying(other).execute(() -> seen.add(Correlation.current()));
            }
            assertThat(other.submit(carried).get()).contains("a");
            assertThat(other.submit(look).get()).as("left behind").isEmpty();
            assertThat(other.submit(Correlation.carry(look)).get()).isEmpty();
        }
        assertThat(seen).containsExactly(Optional.of("a"));
    }

    @Test
    void the_id_of_the_other_thread_comes_back_even_after_a_failure() {
        Runnable failing = () -> {
            throw new IllegalStateException("x");
        };
        Runnable work = Correlation.carry(failing);
        try (Correlation.Scope _ = Correlation.open("own")) {
            assertThatThrownBy(work::run).hasMessage("x");
            assertThat(Correlation.current()).contains("own");
        }
    }

    @Test
    void an_id_cannot_break_a_line() {
        assertThatThrownBy(() -> Correlation.open("a\nb")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Correlation.open("")).isInstanceOf(IllegalArgumentException.class);
    }
}
