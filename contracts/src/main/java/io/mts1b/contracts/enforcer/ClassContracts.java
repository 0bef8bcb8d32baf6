package io.mts1b.contracts.enforcer;

import io.mts1b.contracts.facts.Tree;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/**
 * The rule {@code <classContracts/>}, for the phase {@code process-classes}: what the compiled classes of a module show.
 *
 * <p>Parameters: {@code <house>}, your own house file; {@code <packages>}, the packages to look at (default: all).
 */
@Named("classContracts")
public final class ClassContracts extends EnforcedContracts {

    /**
     * Called by Maven.
     *
     * @param project the module
     * @param session the build
     */
    @Inject
    public ClassContracts(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    Tree read(MavenModule module) {
        return module.classes();
    }
}
