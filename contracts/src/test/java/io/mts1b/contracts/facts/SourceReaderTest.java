package io.mts1b.contracts.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceReaderTest {

    @TempDir
    Path root;

    @Test
    void reads_types_methods_and_imports() throws Exception {
        Code code = read("""
                package com.acme;

                import static com.acme.Other.helper;

                import java.util.*;
                import java.util.List;

                /** A desk. */
                @Deprecated
                public final class Desk {

                    record Seat(int row) {
                        int next() { return row + 1; }
                    }

                    enum Kind { SIT, STAND }

                    Desk() {}

                    @Override
                    public String toString() { return "desk" + Kind.SIT; }
                }
                """);

        assertThat(code.types()).containsExactly("com.acme.Desk", "com.acme.Desk$Seat", "com.acme.Desk$Kind");
        assertThat(code.definitions().stream().map(one -> one.place().toString()))
                .containsExactly(
                        "src/Desk.java:10 (type Desk)",
                        "src/Desk.java:12 (type Seat)",
                        "src/Desk.java:13 (method next)",
                        "src/Desk.java:16 (type Kind)",
                        "src/Desk.java:21 (method toString)");
        assertThat(code.uses())
                .containsExactly(
                        new Use.Mention(
                                "com.acme.Desk",
                                new Place("src/Desk.java", 3, "import com.acme.Other.helper"),
                                "com.acme.Other"),
                        new Use.Mention(
                                "com.acme.Desk", new Place("src/Desk.java", 5, "import java.util.*"), "java.util.*"),
                        new Use.Mention(
                                "com.acme.Desk",
                                new Place("src/Desk.java", 6, "import java.util.List"),
                                "java.util.List"));
    }

    @Test
    void tells_whether_a_method_does_work_of_its_own() throws Exception {
        List<Definition.Method> methods = methods("""
                package com.acme;
                abstract class Desk {
                    abstract double none();
                    double held() { return value; }
                    String joined() { return "a" + value + 1; }
                    double sum() { double s = 0; for (double v : values) { s += v; } return s; }
                    double half() { return value / 2; }
                    Object wrapped() { return java.util.Optional.of(value); }
                    Object wrapped2() { return Optional.of(value); }
                    double handed() { return other.sharpe(value); }
                    double self(int n) { return self(n); }
                    double overload() { return overload(1); }
                    Object made() { return new StringBuilder(Desk::toString); }
                }
                """);

        assertThat(methods.stream().map(SourceReaderTest::describe))
                .containsExactly(
                        "none - - - []",
                        "held body - - []",
                        "joined body - - []",
                        "sum body loops computes []",
                        "half body - computes []",
                        "wrapped body - - [of]",
                        "wrapped2 body - - []",
                        "handed body - - [sharpe]",
                        "self body - - []",
                        "overload body - - [overload]",
                        "made body - - [StringBuilder, toString]");
    }

    @Test
    void leaves_what_does_not_parse_to_the_compiler() throws Exception {
        assertThat(read("package com.acme; final class Desk { int a( }").types())
                .containsExactly("com.acme.Desk");
    }

    @Test
    void reads_nothing_where_there_is_nothing() {
        assertThat(SourceReader.read(root, root.resolve("nowhere"), _ -> true)).isEqualTo(Code.NONE);
    }

    private static String describe(Definition.Method method) {
        return method.name()
                + (method.present() ? " body" : " -")
                + (method.loops() ? " loops" : " -")
                + (method.computes() ? " computes " : " - ")
                + method.calls();
    }

    private List<Definition.Method> methods(String source) throws Exception {
        return read(source).definitions().stream()
                .flatMap(one -> one.method().stream())
                .toList();
    }

    private Code read(String source) throws Exception {
        Path folder = Files.createDirectories(root.resolve("src"));
        Files.writeString(folder.resolve("Desk.java"), source);
        return SourceReader.read(root, folder, _ -> true);
    }
}
