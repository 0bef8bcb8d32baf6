package io.mts1b.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartOrderTest {

    private static List<String> order(ServiceProvider... providers) {
        return StartOrder.of(List.of(providers)).stream()
                .map(ServiceProvider::name)
                .toList();
    }

    private static ServiceProvider service(String name, String... needs) {
        return new Recorded(name, List.of(needs), new java.util.ArrayList<>());
    }

    @Test
    void what_is_needed_comes_first_and_names_decide_the_rest() {
        assertThat(order(
                        service("treasury", "oms"),
                        service("research"),
                        service("oms", "lake", "risk"),
                        service("risk"),
                        service("lake")))
                .containsExactly("lake", "risk", "oms", "research", "treasury");
        assertThat(order()).isEmpty();
    }

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> order(
                        service("a", "b"), service("b", "c"), service("c", "a"), service("d", "nobody"), service("d")))
                .isInstanceOf(ServiceException.class)
                .hasMessage("services cannot be ordered: d must be there once, is there twice;"
                        + " a must not need itself, does by a > b > c > a; d needs nobody, which is not there");
    }

    @Test
    void a_service_that_needs_itself_is_named() {
        assertThatThrownBy(() -> order(service("a", "a")))
                .hasMessageContaining("a must not need itself, does by a > a");
    }
}
