package io.mts1b.contracts.enforcer;

import io.mts1b.contracts.facts.ClassReader;
import io.mts1b.contracts.facts.Code;
import io.mts1b.contracts.facts.FileLister;
import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Place;
import io.mts1b.contracts.facts.Pom;
import io.mts1b.contracts.facts.Pom.Coordinates;
import io.mts1b.contracts.facts.PomReader;
import io.mts1b.contracts.facts.SourceReader;
import io.mts1b.contracts.facts.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.InputLocation;
import org.apache.maven.project.MavenProject;

/** The module Maven is building, read as facts. */
record MavenModule(Path root, MavenProject project, Predicate<String> wanted) {

    /** Its POM and sources, and the files in its folder. */
    Tree sources() {
        return tree(SourceReader.read(root, sourceFolder(), wanted), Code.NONE, FileLister.list(folder()));
    }

    /** Its POM and classes. */
    Tree classes() {
        Path classes = Path.of(project.getBuild().getOutputDirectory());
        return tree(Code.NONE, ClassReader.read(root, sourceFolder(), classes, wanted), List.of());
    }

    private Tree tree(Code sources, Code classes, List<Path> files) {
        String name = root.relativize(folder()).toString().replace('\\', '/');
        return new Tree(root, List.of(new Module(name, pom(), sources, classes)), files);
    }

    private Path folder() {
        return project.getBasedir().toPath();
    }

    private Path sourceFolder() {
        return Path.of(project.getBuild().getSourceDirectory());
    }

    /** Not the POM file Maven names: the flatten plugin puts its own there. But the dependencies Maven worked out. */
    private Pom pom() {
        Pom pom = PomReader.read(root, folder().resolve("pom.xml"));
        List<Pom.Dependency> effective = project.getDependencies().stream()
                .map(one -> dependency(pom, one))
                .toList();
        return new Pom(pom.path(), pom.id(), pom.parent(), effective, pom.managed(), pom.modules(), pom.plugins());
    }

    private Pom.Dependency dependency(Pom pom, Dependency one) {
        Coordinates id = new Coordinates(one.getGroupId(), one.getArtifactId(), one.getVersion());
        InputLocation location = one.getLocation("artifactId");
        boolean here = location == null
                || location.getSource() == null
                || location.getSource().getModelId().startsWith(pom.id() + ":");
        Place place = new Place(
                here ? pom.path() : location.getSource().getModelId(),
                location == null ? 0 : location.getLineNumber(),
                "dependency " + id);
        return new Pom.Dependency(id, one.getScope() == null ? "compile" : one.getScope(), place);
    }
}
