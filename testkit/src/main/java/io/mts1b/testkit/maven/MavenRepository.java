package io.mts1b.testkit.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Maven repository in a folder, filled without the plugins that fill one, which the outer build may not have at hand.
 *
 * @param root the folder; it need not exist
 */
public record MavenRepository(Path root) {

    /**
     * Puts a file where builds find it.
     *
     * @param group the group of the artifact
     * @param artifact its id
     * @param version its version
     * @param type {@code pom} or {@code jar}
     * @param file the file
     */
    public void put(String group, String artifact, String version, String type, Path file) {
        try {
            Files.copy(file, place(group, artifact, version, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a packaged module of the house here, as users get it: its jar, and the POM that was flattened for them.
     *
     * @param module the folder of the module
     * @param artifact its artifact id
     * @param version under which version, whatever the module's own
     */
    public void putModule(Path module, String artifact, String version) {
        String built = BuildProperties.VERSION.value();
        Path flattened = module.resolve(".flattened-pom.xml");
        try {
            String pom = Files.readString(Files.exists(flattened) ? flattened : module.resolve("pom.xml"));
            putPom(artifact, version, pom);
            if (!pom.contains("<packaging>pom</packaging>")) {
                put("io.mts1b", artifact, version, "jar", module.resolve("target/" + artifact + "-" + built + ".jar"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts a POM of the house here.
     *
     * @param artifact its artifact id
     * @param version under which version; what it says of the version of the house is changed to this
     * @param text what it says
     */
    public void putPom(String artifact, String version, String text) {
        String ours = "<version>" + BuildProperties.VERSION.value() + "</version>";
        try {
            Files.writeString(
                    place("io.mts1b", artifact, version, "pom"),
                    text.replace(ours, "<version>" + version + "</version>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String group, String artifact, String version, String type) throws IOException {
        Path folder = root.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
        Files.createDirectories(folder);
        return folder.resolve(artifact + "-" + version + "." + type);
    }
}
