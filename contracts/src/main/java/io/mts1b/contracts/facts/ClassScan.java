package io.mts1b.contracts.facts;

import io.mts1b.contracts.facts.MethodScan.Called;
import io.mts1b.contracts.house.Idiom;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.constant.ConstantDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Walks one class file: what it defines, calls and says. */
final class ClassScan {

    private final ClassModel model;
    private final String type;
    private final String path;
    private final Map<String, MethodScan> methods = new LinkedHashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Use> uses = new ArrayList<>();

    private ClassScan(ClassModel model, Function<String, String> pathOfSource) {
        this.model = model;
        this.type = MethodScan.name(model.thisClass().asSymbol());
        String source = model.findAttribute(Attributes.sourceFile())
                .map(SourceFileAttribute::sourceFile)
                .map(Object::toString)
                .orElse(type + ".class");
        this.path =
                pathOfSource.apply(type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/') + source);
        model.methods().stream().map(MethodScan::of).forEach(scan -> methods.put(scan.key(), scan));
    }

    /** Reads a class; the function turns {@code package/Source.java} into the path of that file from the root. */
    static ClassScan of(ClassModel model, Function<String, String> pathOfSource) {
        ClassScan scan = new ClassScan(model, pathOfSource);
        scan.define();
        scan.methods.values().forEach(scan::use);
        scan.model.fields().forEach(scan::use);
        return scan;
    }

    String type() {
        return type;
    }

    String path() {
        return path;
    }

    List<Definition> definitions() {
        return definitions;
    }

    List<Use> uses() {
        return uses;
    }

    private void define() {
        String simple = type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        if (!Character.isDigit(simple.charAt(0)) && !simple.equals("package-info")) {
            int line = methods.values().stream()
                    .flatMap(scan -> scan.called().stream())
                    .mapToInt(Called::line)
                    .filter(number -> number > 0)
                    .min()
                    .orElse(0);
            definitions.add(new Definition(type, Optional.empty(), new Place(path, line, "type " + simple)));
        }
        for (MethodScan scan : methods.values()) {
            if (!scan.method().flags().has(AccessFlag.SYNTHETIC) && !scan.name().startsWith("<")) {
                definitions.add(new Definition(
                        type, Optional.of(method(scan)), new Place(path, firstLine(scan), "method " + scan.name())));
            }
        }
    }

    private static int firstLine(MethodScan scan) {
        return scan.called().isEmpty() ? 0 : scan.called().getFirst().line();
    }

    private Definition.Method method(MethodScan scan) {
        List<MethodScan> parts = withLambdas(scan);
        List<Called> calls = parts.stream()
                .flatMap(part -> part.called().stream())
                .filter(call -> !call.field())
                .toList();
        Set<String> touches = new TreeSet<>();
        List<String> names = new ArrayList<>();
        for (Called call : calls) {
            boolean own = call.owner().equals(type);
            if (own ? !call.key().equals(scan.key()) && !call.name().startsWith("lambda$") : !wraps(call)) {
                names.add(call.name().equals("<init>") ? simpleName(call.owner()) : call.name());
            }
            touches.add(call.owner());
        }
        return new Definition.Method(
                scan.name(),
                scan.method().code().isPresent(),
                parts.stream().anyMatch(MethodScan::loops),
                parts.stream().anyMatch(MethodScan::computes),
                names,
                List.copyOf(touches));
    }

    /** A lambda is a method of its own to the compiler, and a part of the method around it to everybody else. */
    private List<MethodScan> withLambdas(MethodScan scan) {
        List<MethodScan> parts = new ArrayList<>(List.of(scan));
        for (int i = 0; i < parts.size(); i++) {
            for (Called call : parts.get(i).called()) {
                MethodScan lambda = methods.get(call.key());
                if (lambda != null
                        && call.owner().equals(type)
                        && call.name().startsWith("lambda$")
                        && !parts.contains(lambda)) {
                    parts.add(lambda);
                }
            }
        }
        return parts;
    }

    private static boolean wraps(Called call) {
        return call.owner().startsWith("java.") && Definition.Method.WRAPPERS.contains(simpleName(call.owner()));
    }

    private static String simpleName(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }

    private void use(MethodScan scan) {
        String element = type + "." + written(scan.name());
        for (Called call : scan.called()) {
            Place place = new Place(path, call.line(), element);
            uses.add(new Use.Call(type, place, call.owner(), call.name(), call.parameters()));
            if (scan.inLoop(call) && (MethodScan.sleeps(call) || ownThatSleeps(call))) {
                uses.add(new Use.Shape(type, place, Idiom.SLEEP_IN_LOOP));
            }
        }
        scan.constants()
                .forEach(text -> uses.add(new Use.Text(type, new Place(path, text.line(), element), text.value())));
        scan.annualisations()
                .forEach(line -> uses.add(new Use.Shape(type, new Place(path, line, element), Idiom.ANNUALISATION)));
    }

    /** The name of the method somebody wrote: a lambda in {@code poll} is compiled as {@code lambda$poll$0}. */
    private static String written(String method) {
        return method.startsWith("lambda$") ? method.substring(7, method.lastIndexOf('$')) : method;
    }

    /** The sleep of a loop often hides in a small method of its own. */
    private boolean ownThatSleeps(Called call) {
        MethodScan own = call.owner().equals(type) ? methods.get(call.key()) : null;
        return own != null && own.called().stream().anyMatch(MethodScan::sleeps);
    }

    private void use(FieldModel field) {
        field.findAttribute(Attributes.constantValue()).ifPresent(attribute -> {
            ConstantDesc value = attribute.constant().constantValue();
            if (value instanceof String text) {
                String element = type + "." + field.fieldName().stringValue();
                uses.add(new Use.Text(type, new Place(path, 0, element), text));
            }
        });
    }
}
