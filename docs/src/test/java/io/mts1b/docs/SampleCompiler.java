package io.mts1b.docs;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles samples with all the packages of the house in sight. */
final class SampleCompiler {

    private static final List<String> OF_THE_JDK = List.of(
            "java.nio.file.Path",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.InstantSource",
            "java.time.LocalDate",
            "java.util.ArrayList",
            "java.util.List",
            "java.util.Map",
            "java.util.Optional",
            "java.util.OptionalDouble",
            "java.util.SortedMap",
            "java.util.TreeMap",
            "java.util.function.Function",
            "java.util.stream.Stream",
            "org.jspecify.annotations.Nullable",
            "org.junit.jupiter.api.DynamicTest",
            "org.junit.jupiter.api.TestFactory");

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final Path classes;
    private final String imports;

    SampleCompiler(Path classes) throws IOException {
        this.classes = classes;
        StringBuilder text = new StringBuilder();
        OF_THE_JDK.forEach(name -> text.append("import ").append(name).append(";\n"));
        packages().forEach(name -> text.append("import ").append(name).append(".*;\n"));
        this.imports = text.toString();
    }

    /** Returns the packages of the house on the class path, tests aside. */
    private static SortedSet<String> packages() throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (entry.endsWith(".jar") && entry.contains("mts1b-")) {
                try (JarFile jar = new JarFile(entry)) {
                    jar.stream().forEach(file -> addPackage(file.getName(), names));
                }
            } else if (Files.isDirectory(Path.of(entry, "io", "mts1b"))) {
                Path root = Path.of(entry);
                try (Stream<Path> files = Files.walk(root)) {
                    files.forEach(file -> addPackage(root.relativize(file).toString(), names));
                }
            }
        }
        names.remove("io.mts1b.docs");
        return names;
    }

    private static void addPackage(String file, SortedSet<String> names) {
        if (file.startsWith("io/mts1b/") && file.endsWith(".class") && !file.endsWith("package-info.class")) {
            names.add(file.substring(0, file.lastIndexOf('/')).replace('/', '.'));
        }
    }

    /** Compiles a sample, and returns what is wrong with it. */
    List<String> complaints(Sample sample) throws IOException {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("string:///" + sample.className() + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return sample.source(imports);
                    }
                };
        try (StandardJavaFileManager files = javac.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options =
                    List.of("-d", classes.toString(), "-proc:none", "-cp", System.getProperty("java.class.path"));
            javac.getTask(new StringWriter(), files, found, options, null, List.of(source))
                    .call();
        }
        List<String> complaints = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> one : found.getDiagnostics()) {
            if (one.getKind() == Diagnostic.Kind.ERROR) {
                complaints.add(one.getMessage(Locale.ROOT));
            }
        }
        return complaints;
    }

    /** Runs a sample that was compiled last. */
    void run(Sample sample) throws ReflectiveOperationException, IOException {
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, SampleCompiler.class.getClassLoader())) {
            Method run = loader.loadClass(sample.className()).getDeclaredMethod("run");
            run.setAccessible(true);
            run.invoke(null);
        }
    }
}
