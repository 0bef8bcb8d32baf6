package io.mts1b.quantkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The mathematics reads nothing and writes nothing; the commands around it do. */
class PurityTest {

    private static final List<String> EFFECTS =
            List.of("io/mts1b/platform/", "picocli/", "java/io/", "java/nio/file/", "java/net/", "org/slf4j/");

    /** Reads the price lists in our own jar, which are part of the code. */
    private static final String OWN_RESOURCES = "costmodels/FeeSchedules";

    private static List<String> effects(Path file) throws IOException {
        ClassModel type = ClassFile.of().parse(file);
        List<String> found = new ArrayList<>();
        type.constantPool().forEach(entry -> {
            if (entry instanceof ClassEntry used
                    && EFFECTS.stream().anyMatch(used.asInternalName()::startsWith)
                    && !used.asInternalName().equals("java/io/Serializable")) {
                found.add(type.thisClass().asInternalName() + " uses " + used.asInternalName());
            }
        });
        return found;
    }

    private static List<Path> classes() throws IOException, URISyntaxException {
        Path root = Path.of(PurityTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("../classes/io/mts1b/quantkit/"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    @Test
    void only_the_commands_have_effects() throws Exception {
        List<String> pure = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        for (Path file : classes()) {
            if (!file.toString().contains(OWN_RESOURCES)) {
                (file.toString().contains("commands") ? commands : pure).addAll(effects(file));
            }
        }

        assertThat(pure).isEmpty();
        assertThat(commands).as("what the test can see").isNotEmpty();
        assertThat(classes()).hasSizeGreaterThan(100);
    }
}
