package io.mts1b.contracts.enforcer;

import io.mts1b.contracts.facts.Tree;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The rule {@code <sourceContracts/>}, for the phase {@code validate}: what POM, sources and files of a module show before
 * anything is compiled.
 *
 * <p>Parameters: {@code <house>}, your own house file; {@code <packages>}, the packages to look at (default: all).
 */
@Named("sourceContracts")
public final class SourceContracts extends EnforcedContracts {

    /**
     * Called by Maven.
     *
     * @param project the module
     * @param session the build
     */
    @Inject
    public SourceContracts(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    Tree read(MavenModule module) {
        return module.sources();
    }
}
