package io.mts1b.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every sample of Java on a page of ours compiles, and what needs nothing runs. */
class SamplesTest {

    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path classes;

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !page.toString().contains("target")
                            && !page.toString().contains("examples"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> samples() throws IOException {
        SampleCompiler compiler = new SampleCompiler(classes);
        return pages().stream()
                .flatMap(page -> Sample.of(ROOT, page).stream())
                .map(sample -> DynamicTest.dynamicTest(sample.place(), () -> {
                    assertThat(compiler.complaints(sample)).as(sample.place()).isEmpty();
                    if (sample.runs()) {
                        compiler.run(sample);
                    }
                }));
    }

    @Test
    void there_are_samples_to_look_at() throws IOException {
        assertThat(pages().stream().flatMap(page -> Sample.of(ROOT, page).stream()))
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_sample_that_is_wrong_is_seen() throws IOException {
        Path page = Files.writeString(classes.resolve("page.md"), """
                <!-- given: Price price -->
                ```java
                Money money = price;
                ```
                """);

        Sample sample = Sample.of(classes, page).getFirst();

        assertThat(new SampleCompiler(classes).complaints(sample))
                .first()
                .asString()
                .contains("incompatible types");
        assertThat(sample.runs()).isFalse();
        assertThat(sample.place()).isEqualTo("page.md:2");
    }
}
