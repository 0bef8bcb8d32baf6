package io.mts1b.contracts.facts;

import java.util.List;

/**
 * What one POM says.
 *
 * @param path the file, from the root, with forward slashes
 * @param id what it is
 * @param parent what its parent is; its own version for a POM without one
 * @param dependencies what it depends on, inherited dependencies among them
 * @param managed the artifacts whose versions it manages
 * @param modules the folders of its modules
 * @param plugins the artifact ids of the plugins it names in its build
 */
public record Pom(
        String path,
        Coordinates id,
        Coordinates parent,
        List<Dependency> dependencies,
        List<Coordinates> managed,
        List<String> modules,
        List<String> plugins) {

    /** Copies. */
    public Pom {
        dependencies = List.copyOf(dependencies);
        managed = List.copyOf(managed);
        modules = List.copyOf(modules);
        plugins = List.copyOf(plugins);
    }

    /**
     * The name of an artifact.
     *
     * @param group the group
     * @param artifact the artifact id
     * @param version the version, empty where none is said
     */
    public record Coordinates(String group, String artifact, String version) {

        @Override
        public String toString() {
            return group + ":" + artifact;
        }
    }

    /**
     * One dependency.
     *
     * @param id on what
     * @param scope the scope, {@code compile} where none is said
     * @param place where it is declared
     */
    public record Dependency(Coordinates id, String scope, Place place) {

        /**
         * Tells whether main code can see it.
         *
         * @return whether its scope is not {@code test}
         */
        public boolean inMain() {
            return !scope.equals("test");
        }

        /**
         * Tells whether whoever runs the artifact needs it.
         *
         * @return whether its scope is {@code compile} or {@code runtime}
         */
        public boolean atRunTime() {
            return scope.equals("compile") || scope.equals("runtime");
        }
    }
}
