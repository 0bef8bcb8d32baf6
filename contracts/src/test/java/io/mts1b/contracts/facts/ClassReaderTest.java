package io.mts1b.contracts.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.house.Idiom;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassReaderTest {

    @TempDir
    Path root;

    @Test
    void sees_calls_fields_and_references_with_their_lines() {
        Code code = read("""
                package com.acme;
                import java.util.function.Supplier;
                final class Desk {
                    Object a() { return java.time.Instant.now(); }
                    Object b() { return System.out; }
                    Supplier<Object> c() { return java.util.UUID::randomUUID; }
                    Supplier<Object> d() { return () -> java.time.LocalDate.now(java.time.ZoneId.of("UTC")); }
                    Object e() { return new java.util.Random(5); }
                    Object f() { return java.lang.reflect.Array.newInstance(int.class, new int[] {1}); }
                }
                """);

        assertThat(uses(code, Use.Call.class)
                        .filter(call -> !call.owner().equals("com.acme.Desk")
                                && !call.owner().equals("java.lang.Object"))
                        .map(call -> call.place().line() + " " + call.place().element() + ": " + call.owner() + "."
                                + call.member() + "(" + call.parameters() + ")"))
                .containsExactly(
                        "4 com.acme.Desk.a: java.time.Instant.now()",
                        "5 com.acme.Desk.b: java.lang.System.out()",
                        "6 com.acme.Desk.c: java.util.UUID.randomUUID()",
                        "8 com.acme.Desk.e: java.util.Random.<init>(long)",
                        "9 com.acme.Desk.f: java.lang.Integer.TYPE()",
                        "9 com.acme.Desk.f: java.lang.reflect.Array.newInstance(java.lang.Class,int[])",
                        "7 com.acme.Desk.d: java.time.ZoneId.of(java.lang.String)",
                        "7 com.acme.Desk.d: java.time.LocalDate.now(java.time.ZoneId)");
    }

    @Test
    void sees_texts_in_code_in_constants_and_in_joins() {
        Code code = read("""
                package com.acme;
                final class Desk {
                    static final String MASK = "***";
                    String a(String b) { return "key=" + b + "***"; }
                    boolean c(String d) { return switch (d) { case "XBT" -> true; default -> false; }; }
                }
                """);

        assertThat(uses(code, Use.Text.class).map(text -> text.place().line() + " " + text.value()))
                .containsExactly("4 key=", "4 ***", "5 XBT", "0 ***");
    }

    @Test
    void sees_a_sleep_in_a_loop_also_in_a_method_of_its_own_and_in_a_lambda() {
        Code code = read("""
                package com.acme;
                final class Desk {
                    void loop() throws Exception {
                        while (true) {
                            Thread.sleep(1);
                        }
                    }
                    void retry(Runnable task) throws Exception {
                        for (int i = 0; i < 3; i++) {
                            try {
                                task.run();
                                return;
                            } catch (RuntimeException e) {
                                pause();
                            }
                        }
                    }
                    private static void pause() throws Exception { java.util.concurrent.TimeUnit.SECONDS.sleep(1); }
                    Runnable lambda() {
                        return () -> {
                            do {
                                java.util.concurrent.locks.LockSupport.parkNanos(1);
                            } while (true);
                        };
                    }
                    void once() throws Exception {
                        for (int i = 0; i < 3; i++) {
                            hashCode();
                        }
                        Thread.sleep(1);
                    }
                }
                """);

        assertThat(uses(code, Use.Shape.class).map(shape -> shape.place().line() + " " + shape.idiom()))
                .containsExactly("5 " + Idiom.SLEEP_IN_LOOP, "14 " + Idiom.SLEEP_IN_LOOP, "22 " + Idiom.SLEEP_IN_LOOP);
    }

    @Test
    void sees_a_ratio_made_annual() {
        Code code = read("""
                package com.acme;
                final class Desk {
                    static final int DAYS = 252;
                    double a(double r) { return r * Math.sqrt(252); }
                    double b(double r) { return r * StrictMath.sqrt(365.0); }
                    double c(double r) { return r * Math.sqrt(DAYS); }
                    double d(double r, int n) { return 252 * Math.sqrt(n); }
                    double e(double r) { return r * Math.sqrt(7); }
                }
                """);

        assertThat(uses(code, Use.Shape.class).map(shape -> shape.place().line() + " " + shape.idiom()))
                .containsExactly("4 " + Idiom.ANNUALISATION, "5 " + Idiom.ANNUALISATION, "6 " + Idiom.ANNUALISATION);
    }

    @Test
    void tells_whether_a_method_does_work_of_its_own() {
        Code code = read("""
                package com.acme;
                import java.util.Optional;
                import java.util.stream.DoubleStream;
                abstract class Desk {
                    double value;
                    abstract double none();
                    Double held() { return value; }
                    double half() { return value / 2; }
                    Object wrapped() { return Optional.of(value); }
                    double[] streamed(double[] all) { return DoubleStream.of(all).map(v -> v / value).toArray(); }
                    double overload() { return overload(1); }
                    double overload(int n) { return n > 0 ? overload(n) : 0; }
                    void loop(char[] all) { for (int i = 0; i < all.length; i++) { all[i] = '*'; } }
                }
                """);

        assertThat(code.definitions().stream()
                        .flatMap(one -> one.method().stream())
                        .map(one -> one.name()
                                + (one.present() ? " body" : " -")
                                + (one.loops() ? " loops" : " -")
                                + (one.computes() ? " computes " : " - ")
                                + one.calls()))
                .containsExactly(
                        "none - - - []",
                        "held body - - []",
                        "half body - computes []",
                        "wrapped body - - []",
                        "streamed body - computes [of, map, toArray]",
                        "overload body - - [overload]",
                        "overload body - - []",
                        "loop body loops - []");
    }

    @Test
    void defines_types_but_not_anonymous_ones() {
        Code code = read("""
                package com.acme;
                public final class Desk {
                    record Seat(int row) {}
                    Object a() { return new Object() {}; }
                    Object b() { class Local {} return new Local(); }
                }
                """);

        assertThat(code.definitions().stream()
                        .filter(one -> one.method().isEmpty())
                        .map(Definition::simpleName))
                .containsExactlyInAnyOrder("Desk", "Seat");
        assertThat(code.types()).hasSize(4);
    }

    @Test
    void shows_what_public_signatures_show() {
        Code code = read("""
                package com.acme;
                import java.util.*;
                public class Desk<T extends java.time.Clock> extends AbstractList<java.io.File> {
                    public java.util.Map<String, ? super java.net.URI[]> all() { return null; }
                    protected Desk(java.math.BigDecimal d) throws java.sql.SQLException {}
                    public <X extends java.nio.file.Path> void bound(X x) {}
                    public java.util.zip.ZipFile[] zip;
                    java.util.jar.JarFile hidden;
                    private java.util.UUID hidden2() { return null; }
                    @Override public java.io.File get(int i) { return null; }
                    @Override public int size() { return 0; }
                    static class Nested { public java.util.Scanner scanner; }
                    public static class Shown { public java.util.Currency currency; }
                }
                """);

        assertThat(code.exposures().stream().map(Exposure::exposed).distinct().sorted())
                .contains(
                        "java.io.File",
                        "java.math.BigDecimal",
                        "java.net.URI",
                        "java.nio.file.Path",
                        "java.sql.SQLException",
                        "java.time.Clock",
                        "java.util.AbstractList",
                        "java.util.Currency",
                        "java.util.Map",
                        "java.util.zip.ZipFile")
                .doesNotContain("java.util.jar.JarFile", "java.util.UUID", "java.util.Scanner");
        assertThat(code.exposures())
                .allSatisfy(one -> assertThat(one.place().path()).isEqualTo("desk/src/main/java/com/acme/Desk.java"));
    }

    @Test
    void shows_nothing_of_internal_packages() {
        Code code = read("""
                package com.acme.internal;
                public class Desk { public java.util.Map<String, String> all; }
                """);

        assertThat(code.exposures()).isEmpty();
        assertThat(uses(code, Use.Mention.class).map(Use.Mention::target)).contains("java.util.Map");
    }

    private Code read(String source) {
        return new TestTree(root)
                .module("desk", "desk")
                .source("desk", source)
                .read()
                .modules()
                .getLast()
                .classes();
    }

    private static <U extends Use> Stream<U> uses(Code code, Class<U> kind) {
        List<Use> uses = code.uses();
        return uses.stream().filter(kind::isInstance).map(kind::cast);
    }
}
