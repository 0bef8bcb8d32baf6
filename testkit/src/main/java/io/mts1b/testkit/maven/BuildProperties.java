package io.mts1b.testkit.maven;

/** What the build tells its integration tests about itself, through system properties. */
public enum BuildProperties {
    /** The home of the Maven that runs this build. */
    MAVEN("mts.maven"),
    /** {@code offline: true} where this build may not use the network. */
    NETWORK("mts.network"),
    /** The local repository of this build. */
    REPOSITORY("mts.repository"),
    /** The version of the house. */
    VERSION("mts.version");

    private final String key;

    BuildProperties(String key) {
        this.key = key;
    }

    /**
     * Returns what the build says.
     *
     * @return the value
     * @throws IllegalStateException if no build runs this test
     */
    public String value() {
        String value = System.getProperty(key);
        if (value == null) {
            throw new IllegalStateException("-D" + key + " is missing: run this test with ./mvnw verify");
        }
        return value;
    }
}
