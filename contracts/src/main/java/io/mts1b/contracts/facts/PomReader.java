package io.mts1b.contracts.facts;

import io.mts1b.contracts.facts.Pom.Coordinates;
import io.mts1b.contracts.facts.Pom.Dependency;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a POM as it stands in its file, with what it inherits from parents that lie beside it. Profiles are not read;
 * inside a build, Maven's own effective dependencies take the place of these.
 */
public final class PomReader {

    private final Path root;
    private final XmlElement project;
    private final Path file;
    private final Optional<PomReader> parent;

    private PomReader(Path root, Path file) throws IOException {
        this.root = root;
        this.file = file;
        this.project = XmlElement.parse(file);
        this.parent = parentFile().map(path -> open(root, path));
    }

    /**
     * Reads one.
     *
     * @param root the folder that paths start from
     * @param file the POM
     * @return what it says
     * @throws UncheckedIOException if it cannot be read or is not XML
     */
    public static Pom read(Path root, Path file) {
        return open(root, file).pom();
    }

    private static PomReader open(Path root, Path file) {
        try {
            return new PomReader(root, file);
        } catch (IOException e) {
            throw new UncheckedIOException("POM cannot be read: " + file, e);
        }
    }

    private Optional<Path> parentFile() {
        Optional<XmlElement> element = project.child("parent");
        if (element.isEmpty()) {
            return Optional.empty();
        }
        String relative = element.get().text("relativePath").orElse("../pom.xml");
        Path path = file.resolveSibling(relative).normalize();
        Path pom = Files.isDirectory(path) ? path.resolve("pom.xml") : path;
        return relative.isEmpty() || !Files.isRegularFile(pom) ? Optional.empty() : Optional.of(pom);
    }

    private Pom pom() {
        return new Pom(
                path(),
                id(),
                project.child("parent").map(this::coordinates).orElse(id()),
                dependencies(),
                project
                        .child("dependencyManagement")
                        .map(management -> management.list("dependencies"))
                        .orElse(List.of())
                        .stream()
                        .map(this::coordinates)
                        .toList(),
                project.list("modules").stream().map(XmlElement::text).toList(),
                project.child("build").map(build -> build.list("plugins")).orElse(List.of()).stream()
                        .map(plugin -> plugin.text("artifactId").orElse(""))
                        .toList());
    }

    private String path() {
        return Paths.relative(root, file);
    }

    private Coordinates id() {
        XmlElement above = project.child("parent").orElse(project);
        return new Coordinates(
                resolve(project.text("groupId").or(() -> above.text("groupId")).orElse("")),
                resolve(project.text("artifactId").orElse("")),
                resolve(project.text("version").or(() -> above.text("version")).orElse("")));
    }

    private Coordinates coordinates(XmlElement element) {
        return new Coordinates(
                resolve(element.text("groupId").orElse("")),
                resolve(element.text("artifactId").orElse("")),
                resolve(element.text("version").orElse("")));
    }

    private List<Dependency> dependencies() {
        Map<String, Dependency> all = new LinkedHashMap<>();
        parent.ifPresent(
                above -> above.dependencies().forEach(one -> all.put(one.id().toString(), one)));
        for (XmlElement element : project.list("dependencies")) {
            Coordinates id = coordinates(element);
            int line = element.child("artifactId").orElse(element).line();
            String scope = element.text("scope").or(() -> managedScope(id)).orElse("compile");
            all.put(id.toString(), new Dependency(id, scope, new Place(path(), line, "dependency " + id)));
        }
        return List.copyOf(all.values());
    }

    private Optional<String> managedScope(Coordinates id) {
        Optional<XmlElement> management = project.child("dependencyManagement");
        for (XmlElement element :
                management.map(one -> one.list("dependencies")).orElse(List.of())) {
            if (coordinates(element).toString().equals(id.toString())) {
                return element.text("scope");
            }
        }
        return parent.flatMap(above -> above.managedScope(id));
    }

    /** Replaces properties that are defined in this POM or above; leaves others as they stand. */
    private String resolve(String text) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 2, close);
            parts.add(text.substring(at, open));
            parts.add(property(name).orElse("${" + name + "}"));
            at = close + 1;
        }
        parts.add(text.substring(at));
        return String.join("", parts);
    }

    private Optional<String> property(String name) {
        return switch (name) {
            case "project.version" -> Optional.of(id().version());
            case "project.groupId" -> Optional.of(id().group());
            case "project.parent.version" -> project.child("parent").flatMap(above -> above.text("version"));
            default ->
                project.child("properties")
                        .flatMap(properties -> properties.text(name))
                        .map(this::resolve)
                        .or(() -> parent.flatMap(above -> above.property(name)));
        };
    }
}
