package io.mts1b.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The text of the list of versions that users import. */
record Bom(String text) {

    private static final Pattern ENTRY = Pattern.compile("<dependency>.*?</dependency>", Pattern.DOTALL);

    static Bom ours() {
        try {
            return new Bom(Files.readString(Path.of("../bom/pom.xml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes an artifact off the list. */
    Bom without(String artifact) {
        return new Bom(ENTRY.matcher(text)
                .replaceAll(entry -> entry.group().contains("<artifactId>" + artifact + "</artifactId>")
                        ? ""
                        : entry.group().replace("$", "\\$")));
    }
}
