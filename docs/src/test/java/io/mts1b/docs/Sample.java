package io.mts1b.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Java on a page: statements, or a whole class. What statements take from around them stands in a
 * comment before, which readers do not see: {@code <!-- given: Path file, Order order -->}.
 *
 * @param place the page and the line of the block
 * @param given what is given, as parameters; empty if nothing is
 * @param code the block
 */
record Sample(String place, String given, String code) {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- given: ((?:(?!-->).)*) -->\\n)?```java\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^(?:public |final )*class (\\w+)", Pattern.MULTILINE);

    /** Finds the samples of a page. */
    static List<Sample> of(Path root, Path page) {
        try {
            String text = Files.readString(page);
            List<Sample> samples = new ArrayList<>();
            for (Matcher block = BLOCK.matcher(text); block.find(); ) {
                long line = 1 + text.substring(0, block.start(2)).lines().count() - 1;
                String given = block.group(1) == null ? "" : block.group(1);
                samples.add(new Sample(root.relativize(page) + ":" + line, given, block.group(2)));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isClass() {
        return CLASS.matcher(code).find();
    }

    /** Tells whether it needs nothing, so that it can be run. */
    boolean runs() {
        return given.isEmpty() && !isClass();
    }

    /** Returns the class that is compiled for it. */
    String className() {
        Matcher matcher = CLASS.matcher(code);
        return matcher.find() ? matcher.group(1) : "Sample";
    }

    /** Returns a source of the sample, behind what it imports. */
    String source(String imports) {
        if (isClass()) {
            return imports + code;
        }
        return imports + "class Sample {\n    static void run(" + given + ") throws Exception {\n" + code
                + "\n    }\n}\n";
    }
}
