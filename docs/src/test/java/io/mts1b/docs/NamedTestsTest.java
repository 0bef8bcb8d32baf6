package io.mts1b.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test that a page names is there. */
class NamedTestsTest {

    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|Tck))\\.([a-z0-9_]+)`");

    @Test
    void every_test_that_the_page_of_bad_days_names_is_there() throws IOException {
        List<MatchResult> named = NAME.matcher(Files.readString(Path.of("platform/bad-days.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(15);
        for (MatchResult one : named) {
            assertThat(sources(one.group(1)))
                    .as(one.group())
                    .anyMatch(source -> source.contains("void " + one.group(2) + "("));
        }
    }

    private static List<String> sources(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.filter(file -> file.endsWith(type + ".java"))
                    .filter(file -> !file.toString().contains("target"))
                    .map(NamedTestsTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
