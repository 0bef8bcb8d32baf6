package io.mts1b.contracts.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    @Test
    void finds_the_shortest_circle_through_each_node_once() {
        Graph<String> graph = graph("a b", "b c", "c d", "d a", "c b", "x y", "y x", "lone a");

        assertThat(graph.circles()).containsExactly(List.of("a", "b", "c", "d", "a"), List.of("x", "y", "x"));
    }

    @Test
    void finds_a_node_that_leads_to_itself() {
        assertThat(graph("a a").circles()).containsExactly(List.of("a", "a"));
    }

    @Test
    void keeps_the_first_reason_of_an_edge() {
        Graph<String> graph = new Graph<>();
        graph.add("a", "b", "first");
        graph.add("a", "b", "second");

        assertThat(graph.size()).isEqualTo(1);
        assertThat(graph.why("a", "b")).isEqualTo("first");
        assertThatThrownBy(() -> graph.why("b", "a")).hasMessage("no edge from b to a");
    }

    @Test
    void finds_no_circle_where_all_edges_go_down_and_one_where_one_goes_back_up() {
        ForAll.cases(random -> {
            Graph<String> graph = new Graph<>();
            int nodes = random.nextInt(2, 20);
            for (int i = 1; i < nodes; i++) {
                graph.add("n" + i, "n" + random.nextInt(i), "");
            }
            assertThat(graph.circles()).isEmpty();

            int from = random.nextInt(1, nodes);
            graph.add("n0", "n" + from, "");
            assertThat(graph.circles()).singleElement().satisfies(circle -> {
                assertThat(circle).contains("n0", "n" + from);
                assertThat(circle.getFirst()).isEqualTo(circle.getLast());
            });
        });
    }

    private static Graph<String> graph(String... edges) {
        Graph<String> graph = new Graph<>();
        for (String edge : edges) {
            int space = edge.indexOf(' ');
            graph.add(edge.substring(0, space), edge.substring(space + 1), "");
        }
        return graph;
    }
}
