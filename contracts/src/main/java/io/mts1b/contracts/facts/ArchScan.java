package io.mts1b.contracts.facts;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks ArchUnit about one class: which types it mentions, extends and shows. */
final class ArchScan {

    private final JavaClass type;
    private final String path;
    private final List<Use> uses = new ArrayList<>();
    private final List<Exposure> exposures = new ArrayList<>();

    private ArchScan(JavaClass type, String path) {
        this.type = type;
        this.path = path;
    }

    static ArchScan of(JavaClass type, String path) {
        ArchScan scan = new ArchScan(type, path);
        scan.mention();
        scan.extend();
        if (scan.visible()) {
            scan.expose();
        }
        return scan;
    }

    List<Use> uses() {
        return uses;
    }

    List<Exposure> exposures() {
        return exposures;
    }

    private void mention() {
        Map<String, Integer> lines = new TreeMap<>();
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            int line = dependency.getSourceCodeLocation().getLineNumber();
            lines.merge(dependency.getTargetClass().getBaseComponentType().getName(), line, ArchScan::first);
        }
        lines.forEach((target, line) ->
                uses.add(new Use.Mention(type.getName(), new Place(path, line, type.getName()), target)));
    }

    /** Returns the smaller line, 0 being none. */
    private static int first(int one, int other) {
        return one == 0 || other == 0 ? Math.max(one, other) : Math.min(one, other);
    }

    private void extend() {
        List<JavaClass> parents = new ArrayList<>(type.getRawInterfaces());
        type.getRawSuperclass().ifPresent(parents::add);
        for (JavaClass parent : parents) {
            uses.add(new Use.Extension(type.getName(), new Place(path, 0, type.getName()), parent.getName()));
        }
    }

    /** Others see a type that is public, with all around it, in a package that is not internal. */
    private boolean visible() {
        if ((type.getPackageName() + ".").contains(".internal.")
                || type.getSimpleName().isEmpty()) {
            return false;
        }
        for (JavaClass at = type; ; at = at.getEnclosingClass().get()) {
            if (!shown(at.getModifiers())) {
                return false;
            }
            if (at.getEnclosingClass().isEmpty()) {
                return true;
            }
        }
    }

    private static boolean shown(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private void expose() {
        List<JavaType> own = new ArrayList<>(type.getInterfaces());
        type.getSuperclass().ifPresent(own::add);
        own.addAll(bounds(type.getTypeParameters()));
        add("type " + type.getSimpleName(), own);
        for (JavaMember member : type.getMembers()) {
            if (shown(member.getModifiers()) && !member.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                add(element(member), signature(member));
            }
        }
    }

    private static String element(JavaMember member) {
        return (member instanceof JavaCodeUnit ? "method " : "field ")
                + member.getOwner().getSimpleName() + "." + member.getName();
    }

    private static List<JavaType> signature(JavaMember member) {
        List<JavaType> types = new ArrayList<>();
        if (member instanceof JavaCodeUnit unit) {
            types.add(unit.getReturnType());
            types.addAll(unit.getParameterTypes());
            types.addAll(unit.getExceptionTypes());
            types.addAll(bounds(unit.getTypeParameters()));
        } else if (member instanceof JavaField field) {
            types.add(field.getType());
        }
        return types;
    }

    private static List<JavaType> bounds(Collection<? extends JavaTypeVariable<?>> parameters) {
        return parameters.stream().flatMap(one -> one.getUpperBounds().stream()).toList();
    }

    private void add(String element, Collection<? extends JavaType> types) {
        Set<String> names = new TreeSet<>();
        for (JavaType one : types) {
            one.getAllInvolvedRawTypes()
                    .forEach(raw -> names.add(raw.getBaseComponentType().getName()));
        }
        for (String name : names) {
            exposures.add(new Exposure(type.getName(), new Place(path, 0, element), name));
        }
    }
}
