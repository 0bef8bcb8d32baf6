package io.mts1b.contracts.house;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who leads to whom, and why: a directed graph in the order its edges were added. Not thread-safe.
 *
 * @param <E> what an edge stands on, such as the place of an import
 */
public final class Graph<E> {

    private final Map<String, Map<String, E>> edges = new LinkedHashMap<>();

    /**
     * Adds an edge, unless one between the same two is there.
     *
     * @param from where it starts
     * @param to where it leads
     * @param why what it stands on
     */
    public void add(String from, String to, E why) {
        edges.computeIfAbsent(from, _ -> new LinkedHashMap<>()).putIfAbsent(to, why);
    }

    /**
     * Returns what an edge stands on.
     *
     * @param from where it starts
     * @param to where it leads
     * @return what was added
     * @throws IllegalArgumentException if there is no such edge
     */
    public E why(String from, String to) {
        E why = edges.getOrDefault(from, Map.of()).get(to);
        if (why == null) {
            throw new IllegalArgumentException("no edge from " + from + " to " + to);
        }
        return why;
    }

    /**
     * Returns the number of edges.
     *
     * @return zero or more
     */
    public int size() {
        return edges.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Finds circles: a shortest one through each node that lies on one, no node in two of them.
     *
     * @return the nodes of each circle in order, its first also its last
     */
    public List<List<String>> circles() {
        List<List<String>> circles = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String node : edges.keySet()) {
            List<String> circle = seen.contains(node) ? List.of() : wayBack(node);
            if (!circle.isEmpty() && circle.stream().noneMatch(seen::contains)) {
                circles.add(circle);
                seen.addAll(circle);
            }
        }
        return List.copyOf(circles);
    }

    private List<String> wayBack(String node) {
        Map<String, String> cameFrom = new LinkedHashMap<>();
        Deque<String> queue = new ArrayDeque<>(List.of(node));
        while (!queue.isEmpty()) {
            String at = queue.remove();
            for (String next : edges.getOrDefault(at, Map.of()).keySet()) {
                if (next.equals(node)) {
                    return circle(node, at, cameFrom);
                }
                if (cameFrom.putIfAbsent(next, at) == null) {
                    queue.add(next);
                }
            }
        }
        return List.of();
    }

    private static List<String> circle(String node, String last, Map<String, String> cameFrom) {
        List<String> circle = new ArrayList<>(List.of(node));
        for (String at = last; at != null && !at.equals(node); at = cameFrom.get(at)) {
            circle.addFirst(at);
        }
        circle.addFirst(node);
        return List.copyOf(circle);
    }
}
