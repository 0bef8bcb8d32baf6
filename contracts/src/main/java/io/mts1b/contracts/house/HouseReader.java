package io.mts1b.contracts.house;

import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads one house file on top of a house that is there, and checks that the two fit. */
final class HouseReader {

    static final House EMPTY = new House(
            List.of(),
            List.of(),
            List.of(),
            new Effects(List.of(), List.of()),
            new Replay(List.of(), List.of(), List.of()),
            List.of(),
            List.of(),
            new Secrets(List.of(), List.of()));

    private final House base;
    private final List<Artifact> artifacts;

    private HouseReader(House base, List<Artifact> artifacts) {
        this.base = base;
        this.artifacts = artifacts;
    }

    static House add(House base, String file, String text) {
        YamlMap root = YamlMap.parse(file, text);
        List<Artifact> artifacts = new ArtifactReader(base.artifacts()).read(root);
        House more = new HouseReader(base, join(base.artifacts(), artifacts)).read(root, artifacts);
        root.done();
        return base.with(more);
    }

    private House read(YamlMap root, List<Artifact> own) {
        return new House(
                own,
                root.texts("carriers"),
                concepts(root),
                root.map("effects", this::effects).orElse(EMPTY.effects()),
                root.map("replayed", this::replay).orElse(EMPTY.replay()),
                root.maps("reserved", this::reserved),
                root.maps("api", this::apiType),
                root.map("secrets", this::secrets).orElse(EMPTY.secrets()));
    }

    private List<Concept> concepts(YamlMap root) {
        List<Integer> numbers =
                new ArrayList<>(base.concepts().stream().map(Concept::number).toList());
        return root.maps("concepts", map -> {
            Concept concept = concept(map);
            if (numbers.contains(concept.number())) {
                throw map.error("number", "stands twice, was " + concept.number());
            }
            numbers.add(concept.number());
            Artifact home = artifacts.stream()
                    .filter(artifact -> artifact.name().equals(concept.home()))
                    .findFirst()
                    .orElseThrow(() -> map.error("home", "names no artifact, was " + concept.home()));
            if (!home.holds(concept.room())) {
                throw map.error("package", "must lie in " + home.room() + ", was " + concept.room());
            }
            return concept;
        });
    }

    private Concept concept(YamlMap map) {
        Function<String, String> name = text -> new Words(List.of(text)).names().getFirst();
        return new Concept(
                map.text("number", Integer::valueOf),
                map.text("name"),
                map.text("home"),
                map.text("package"),
                map.texts("canonical"),
                new Concept.Named(
                        new Words(map.texts("types", name)),
                        new Words(map.texts("methods", name)),
                        map.maps("allow", HouseReader::allowance)),
                map.map("uses", uses -> uses(uses, map.texts("also", this::room)))
                        .orElseThrow(() -> map.error("uses", "is missing")));
    }

    private static Concept.Uses uses(YamlMap map, List<String> also) {
        return new Concept.Uses(
                map.texts("types", TypePattern::new),
                map.texts("calls", Signature::parse),
                map.texts("strings"),
                map.texts("literals"),
                map.texts("idioms", Idiom::parse),
                also);
    }

    private Effects effects(YamlMap map) {
        return new Effects(
                map.texts("watched", this::room),
                map.maps(
                        "kinds",
                        kind -> new Effects.Kind(
                                kind.text("name"),
                                kind.texts("owners", this::room),
                                kind.texts("calls", Signature::parse),
                                kind.text("remedy"))));
    }

    private Replay replay(YamlMap map) {
        return new Replay(
                map.texts("packages", this::room),
                map.texts("calls", Signature::parse),
                map.maps("allow", HouseReader::allowance));
    }

    private static Allowance allowance(YamlMap map) {
        return new Allowance(map.text("type", TypePattern::new), map.text("reason"));
    }

    private Reserved reserved(YamlMap map) {
        return new Reserved(map.text("type"), map.texts("only", this::room), map.text("reason"));
    }

    private ApiType apiType(YamlMap map) {
        return new ApiType(map.text("type", TypePattern::new), map.texts("rooms", this::room), map.text("reason"));
    }

    private Secrets secrets(YamlMap map) {
        List<String> ids = new ArrayList<>(
                base.secrets().patterns().stream().map(Secrets.Look::id).toList());
        List<Secrets.Look> looks = map.maps("patterns", look -> {
            if (ids.contains(look.text("id"))) {
                throw look.error("id", "stands twice, was " + look.text("id"));
            }
            ids.add(look.text("id"));
            return look(look);
        });
        return new Secrets(looks, map.maps("allow", entry -> {
            if (!ids.contains(entry.text("pattern"))) {
                throw entry.error("pattern", "names no pattern, was " + entry.text("pattern"));
            }
            String glob = entry.text("path");
            return new Secrets.Exempt(
                    glob,
                    entry.text("path", text -> FileSystems.getDefault().getPathMatcher("glob:" + text)),
                    entry.text("pattern"),
                    entry.text("reason"));
        }));
    }

    private static Secrets.Look look(YamlMap map) {
        Optional<Double> entropy =
                map.has("entropy") ? Optional.of(map.text("entropy", Double::valueOf)) : Optional.empty();
        return new Secrets.Look(
                map.text("id"),
                map.texts("keywords"),
                map.text("regex", Pattern::compile),
                entropy.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                String.join("", map.texts("example")));
    }

    /** Refuses a package that would lie in the house but in none of its rooms: a misspelt one would guard nothing. */
    private String room(String name) {
        boolean inHouse = artifacts.stream().anyMatch(artifact -> name.startsWith(artifact.group() + "."));
        boolean inRoom = artifacts.stream()
                .anyMatch(artifact -> artifact.holds(name) || artifact.room().startsWith(name + "."));
        if (inHouse && !inRoom) {
            throw new IllegalArgumentException("no artifact has the package " + name);
        }
        return name;
    }

    private static <T> List<T> join(List<T> some, List<T> more) {
        List<T> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
