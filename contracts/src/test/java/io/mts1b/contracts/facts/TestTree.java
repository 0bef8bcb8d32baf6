package io.mts1b.contracts.facts;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A reactor made of text, compiled in this JVM. Modules see the modules before them. */
public final class TestTree {

    private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|record|interface|enum) (\\w+)");

    private final Path root;
    private final List<String> modules = new ArrayList<>();

    public TestTree(Path root) {
        this.root = root;
    }

    /** Adds a module of the group {@code io.mts1b} with dependencies such as {@code io.mts1b:mts1b-platform:compile}. */
    public TestTree module(String folder, String artifact, String... dependencies) {
        String list = Stream.of(dependencies)
                .map(one -> one.split(":", -1))
                .map(one -> "<dependency><groupId>" + one[0] + "</groupId><artifactId>" + one[1]
                        + "</artifactId><version>1</version><scope>" + one[2] + "</scope></dependency>\n")
                .collect(Collectors.joining());
        String group = artifact.startsWith("mts1b-") ? "io.mts1b" : "com.acme";
        file(folder + "/pom.xml", """
                <project>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>1</version>
                  <dependencies>
                    %s
                  </dependencies>
                  <build><plugins><plugin><artifactId>maven-enforcer-plugin</artifactId></plugin></plugins></build>
                </project>
                """.formatted(group, artifact, list));
        modules.add(folder);
        return this;
    }

    /** Adds a source to a module, in the file its first type is named after. */
    public TestTree source(String module, String code) {
        return file(
                module + "/src/main/java/" + find(PACKAGE, code).replace('.', '/') + "/" + find(TYPE, code) + ".java",
                code);
    }

    public TestTree file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles and reads all modules. */
    public Tree read() {
        compile();
        return TreeReader.read(root, _ -> true);
    }

    /** Writes the POM at the root, if there is none, and compiles all modules. */
    public TestTree compile() {
        if (!Files.exists(root.resolve("pom.xml"))) {
            String list = modules.stream()
                    .map(module -> "<module>" + module + "</module>")
                    .collect(Collectors.joining());
            file(
                    "pom.xml",
                    "<project><groupId>root</groupId><artifactId>root</artifactId><version>1</version><modules>" + list
                            + "</modules></project>");
        }
        modules.forEach(this::compile);
        return this;
    }

    private void compile(String module) {
        Path sources = root.resolve(module).resolve("src/main/java");
        if (!Files.isDirectory(sources)) {
            return;
        }
        String classPath = modules.stream()
                .map(one -> root.resolve(one).resolve("target/classes").toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> walk = Files.walk(sources)) {
            List<Path> files = walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            Path out = Files.createDirectories(root.resolve(module).resolve("target/classes"));
            boolean done = compiler.getTask(
                            complaints,
                            manager,
                            null,
                            List.of("-d", out.toString(), "-cp", classPath, "-proc:none"),
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            if (!done) {
                throw new IllegalArgumentException(complaints.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(Pattern pattern, String code) {
        Matcher matcher = pattern.matcher(code);
        if (!matcher.find()) {
            throw new IllegalArgumentException("code must match " + pattern + ", was " + code);
        }
        return matcher.group(1);
    }
}
