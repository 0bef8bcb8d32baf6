package io.mts1b.contracts.enforcer;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseException;
import io.mts1b.contracts.house.HouseFile;
import io.mts1b.contracts.house.TypePattern;
import io.mts1b.contracts.rules.Outcome;
import io.mts1b.contracts.rules.Rule;
import io.mts1b.contracts.rules.Violation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the two enforcer rules share: their parameters, the module they look at, and how they fail. */
abstract class EnforcedContracts extends AbstractEnforcerRule {

    private final MavenProject project;
    private final MavenSession session;

    /** Set by Maven from {@code <house>}. */
    private @Nullable File house;

    /** Set by Maven from {@code <packages>}. */
    private @Nullable List<String> packages;

    EnforcedContracts(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    /** Returns what this rule looks at, as one module. */
    abstract Tree read(MavenModule module);

    /** The same module is not judged twice in one build, whatever else of its life cycle runs again. */
    @Override
    public final @Nullable String getCacheId() {
        return project.getBasedir() + "|" + house + "|" + packages;
    }

    @Override
    public final void execute() throws EnforcerRuleException {
        try {
            House plan = house == null ? HouseFile.standard() : HouseFile.extendedBy(house.toPath());
            Path root = session.getRequest().getMultiModuleProjectDirectory().toPath();
            Tree tree = read(new MavenModule(root, project, this::wanted));
            refuseToSeeNothing(tree);
            List<Outcome> outcomes =
                    Rule.all().stream().map(rule -> rule.check(plan, tree)).toList();
            outcomes.forEach(one -> getLog().debug("Contract " + one.rule() + " looked at " + one.summary()));
            fail(outcomes);
        } catch (HouseException e) {
            throw new EnforcerRuleException(e.getMessage(), e);
        }
    }

    /** A misspelt package would pass for ever. */
    private void refuseToSeeNothing(Tree tree) throws EnforcerRuleException {
        boolean nothing = tree.modules().stream()
                .allMatch(one ->
                        one.sources().types().isEmpty() && one.classes().types().isEmpty());
        boolean code = Files.isDirectory(Path.of(project.getBuild().getSourceDirectory()));
        if (packages != null && nothing && code) {
            throw new EnforcerRuleException("no type in the packages " + packages + ": are they spelt right?");
        }
    }

    private static void fail(List<Outcome> outcomes) throws EnforcerRuleException {
        List<Violation> violations =
                outcomes.stream().flatMap(one -> one.violations().stream()).toList();
        if (!violations.isEmpty()) {
            throw new EnforcerRuleException(violations.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining("\n\n", "the contracts are broken\n\n", "\n")));
        }
    }

    private boolean wanted(String type) {
        return packages == null || packages.stream().anyMatch(one -> new TypePattern(one).matches(type));
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[house=" + house + ", packages=" + packages + "]";
    }
}
