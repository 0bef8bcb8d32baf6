package io.mts1b.contracts.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The plan that the rules hold code to. {@link HouseFile} reads it.
 *
 * @param artifacts what stands where, build tools among them
 * @param carriers last words that make an identifier show or carry a concept instead of being it
 * @param concepts what has one home
 * @param effects what only its owners may touch
 * @param replay what may not be made where replay must give the same answer
 * @param reserved types that one room alone may make or extend
 * @param api third-party types that may stand in public signatures
 * @param secrets what may not be in the tree
 */
public record House(
        List<Artifact> artifacts,
        List<String> carriers,
        List<Concept> concepts,
        Effects effects,
        Replay replay,
        List<Reserved> reserved,
        List<ApiType> api,
        Secrets secrets) {

    /** Copies. */
    public House {
        artifacts = List.copyOf(artifacts);
        carriers = List.copyOf(carriers);
        concepts = List.copyOf(concepts);
        reserved = List.copyOf(reserved);
        api = List.copyOf(api);
    }

    /**
     * Finds an artifact by its Maven coordinates.
     *
     * @param group the group
     * @param id the artifact id
     * @return the artifact, or empty if the house has none such
     */
    public Optional<Artifact> artifact(String group, String id) {
        return artifacts.stream()
                .filter(artifact ->
                        artifact.group().equals(group) && artifact.id().equals(id))
                .findFirst();
    }

    /**
     * Finds the artifact in whose room a type lies.
     *
     * @param type the binary name
     * @return the artifact, or empty if it lies in no room
     */
    public Optional<Artifact> holderOf(String type) {
        return artifacts.stream().filter(artifact -> artifact.holds(type)).findFirst();
    }

    /**
     * Tells whether the house has artifacts of a Maven group.
     *
     * @param group the group
     * @return whether it has
     */
    public boolean knowsGroup(String group) {
        return artifacts.stream().anyMatch(artifact -> artifact.group().equals(group));
    }

    /**
     * Decides whether one artifact may use another in its main code.
     *
     * @param from who uses; empty for an artifact the house does not know, which stands above the top floor
     * @param to who is used
     * @return why not, or empty if it may
     */
    public Optional<String> objection(Optional<Artifact> from, Artifact to) {
        if (from.filter(Artifact::tool).isPresent() || from.equals(Optional.of(to))) {
            return Optional.empty();
        }
        if (to.tool()) {
            return Optional.of("a build tool is for tests alone");
        }
        int here = from.isEmpty() ? Integer.MAX_VALUE : from.get().floor().orElse(-1);
        int there = to.floor().orElse(top());
        if (to.floor().isEmpty()) {
            return here >= there ? Optional.empty() : Optional.of("only the top floor may use what stands on no floor");
        }
        if (here > there || beside(from, to)) {
            return Optional.empty();
        }
        if (here == there) {
            return Optional.of("the house names no such edge on floor " + here);
        }
        return Optional.of(here < 0 ? "what stands on no floor uses nothing" : "edges go down, this one goes up");
    }

    private static boolean beside(Optional<Artifact> from, Artifact to) {
        return from.filter(artifact -> artifact.beside().contains(to.name())).isPresent();
    }

    /**
     * Decides whether the tests of one artifact may use another: as its main code may, and build tools besides, and
     * what stands on no floor may use everything.
     *
     * @param from who uses
     * @param to who is used
     * @return why not, or empty if they may
     */
    public Optional<String> objectionInTests(Optional<Artifact> from, Artifact to) {
        boolean free =
                to.tool() || from.filter(artifact -> artifact.floor().isEmpty()).isPresent();
        return free ? Optional.empty() : objection(from, to);
    }

    private int top() {
        return artifacts.stream()
                .flatMap(artifact -> artifact.floor().stream().boxed())
                .max(Integer::compare)
                .orElse(0);
    }

    /**
     * Adds a user's own house to this one.
     *
     * @param more what the user's file says
     * @return both
     */
    House with(House more) {
        return new House(
                join(artifacts, more.artifacts),
                join(carriers, more.carriers),
                join(concepts, more.concepts),
                new Effects(
                        join(effects.watched(), more.effects.watched()), join(effects.kinds(), more.effects.kinds())),
                new Replay(
                        join(replay.packages(), more.replay.packages()),
                        join(replay.calls(), more.replay.calls()),
                        join(replay.allow(), more.replay.allow())),
                join(reserved, more.reserved),
                join(api, more.api),
                new Secrets(
                        join(secrets.patterns(), more.secrets.patterns()),
                        join(secrets.allow(), more.secrets.allow())));
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
