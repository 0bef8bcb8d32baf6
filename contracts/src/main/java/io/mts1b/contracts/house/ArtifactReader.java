package io.mts1b.contracts.house;

import io.mts1b.contracts.house.Artifact.Floor;
import io.mts1b.contracts.house.Artifact.NoFloor;
import io.mts1b.contracts.house.Artifact.Stand;
import io.mts1b.contracts.house.Artifact.Tool;
import java.util.ArrayList;
import java.util.List;

/** Reads the artifacts of a house file. */
final class ArtifactReader {

    private final List<Artifact> known;

    /** Starts from the artifacts that other files named before. */
    ArtifactReader(List<Artifact> known) {
        this.known = new ArrayList<>(known);
    }

    /** Returns the artifacts this file adds. */
    List<Artifact> read(YamlMap root) {
        if (!root.has("artifacts") && !root.has("tools")) {
            return List.of();
        }
        String group = root.text("group");
        String prefix = root.optionalText("prefix").orElse("");
        List<Artifact> own = new ArrayList<>();
        own.addAll(root.maps("artifacts", map -> unique(artifact(map, group, prefix), map)));
        own.addAll(root.maps("tools", map -> unique(artifact(map, group, prefix, new Tool()), map)));
        Graph<String> beside = new Graph<>();
        for (Artifact artifact : own) {
            for (String name : artifact.beside()) {
                if (known.stream()
                        .noneMatch(other ->
                                other.name().equals(name) && other.stand().equals(artifact.stand()))) {
                    throw root.error(
                            "artifacts", "name beside " + artifact.name() + " no artifact of its floor: " + name);
                }
                beside.add(artifact.name(), name, "");
            }
        }
        for (List<String> circle : beside.circles()) {
            throw root.error("artifacts", "have a circle on one floor: " + String.join(" -> ", circle));
        }
        return own;
    }

    private static Artifact artifact(YamlMap map, String group, String prefix) {
        Stand stand = map.has("floor") ? map.text("floor", text -> new Floor(Integer.parseInt(text))) : new NoFloor();
        return artifact(map, group, prefix, stand);
    }

    private static Artifact artifact(YamlMap map, String group, String prefix, Stand stand) {
        String name = map.text("name");
        return new Artifact(
                group,
                prefix + name,
                name,
                map.text("folder"),
                map.text("package"),
                stand,
                stand instanceof Tool ? List.of() : map.texts("beside"),
                !(stand instanceof Tool) && map.flag("bare"));
    }

    private Artifact unique(Artifact artifact, YamlMap map) {
        for (Artifact other : known) {
            if (other.name().equals(artifact.name())) {
                throw map.error("name", "stands twice, was " + artifact.name());
            }
            if (other.holds(artifact.room()) || artifact.holds(other.room())) {
                throw map.error("package", "must lie apart from that of " + other.name() + ", was " + artifact.room());
            }
        }
        known.add(artifact);
        return artifact;
    }
}
