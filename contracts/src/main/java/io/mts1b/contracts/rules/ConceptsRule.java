package io.mts1b.contracts.rules;

import io.mts1b.contracts.facts.Code;
import io.mts1b.contracts.facts.Definition;
import io.mts1b.contracts.facts.Definition.Method;
import io.mts1b.contracts.facts.Module;
import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.Use;
import io.mts1b.contracts.house.Concept;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.TypePattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Each protected concept is built once, in its home.
 *
 * <p>A second one is known in two ways. By its <b>name</b>: outside the home somebody defines a type or a method that
 * bears a name of the concept. By its <b>means</b>: outside the home some code uses the library type, call, constant or
 * idiom that builds the concept, whatever it is called.
 *
 * <p>To speak of a concept is not to define it, so these names are free:
 *
 * <ul>
 *   <li>a name that goes on and ends in a carrier word, as in {@code SharpeColumn};
 *   <li>an abstract method, which defines nothing;
 *   <li>a method that only returns what it holds: it neither loops nor computes nor calls (record accessors, constants);
 *   <li>a method that calls into the home;
 *   <li>a method that computes nothing and hands over to another method that bears the name, which is judged in its turn.
 * </ul>
 *
 * <p>Every other method that bears the name is a definition, however short. Source knows no types, so there an import of
 * the home stands for the call; bytecode is exact, and also sees generated code and other languages.
 */
final class ConceptsRule implements Rule {

    @Override
    public String id() {
        return "concepts";
    }

    @Override
    public String sentence() {
        return "Each protected concept is defined only in its home, under whatever name.";
    }

    @Override
    public Outcome check(House house, Tree tree) {
        Findings findings = new Findings(this, "concepts", "definitions", "uses");
        findings.looked("concepts", house.concepts().size());
        for (Module module : Scope.guarded(house, tree)) {
            check(findings, house, module.sources());
            check(findings, house, module.classes());
        }
        return findings.outcome();
    }

    private static void check(Findings findings, House house, Code code) {
        findings.looked("definitions", code.definitions().size());
        findings.looked("uses", code.uses().size());
        for (Concept concept : house.concepts()) {
            for (Definition definition : code.definitions()) {
                if (!free(concept, definition.type()) && defines(house, concept, definition)) {
                    String name = definition.method().map(Method::name).orElse("");
                    findings.add(
                            concept.number() + definition.type() + "." + name,
                            concept + ", is defined a second time by its name",
                            definition.place(),
                            concept.address(),
                            remedy(concept));
                }
            }
            for (Use use : code.uses()) {
                Optional<String> means = means(concept.uses(), use);
                if (means.isPresent()
                        && !free(concept, use.type())
                        && !Scope.within(concept.uses().also(), use.type())) {
                    findings.add(
                            concept.number() + Scope.outermost(use.type()) + means.get(),
                            concept + ", is built a second time: " + means.get(),
                            use.place(),
                            concept.address(),
                            remedy(concept));
                }
            }
        }
    }

    private static boolean free(Concept concept, String type) {
        return concept.atHome(type)
                || concept.named().allow().stream().anyMatch(one -> one.type().matches(type));
    }

    private static String remedy(Concept concept) {
        return "use " + concept.room()
                + "; if it lacks something, widen it there. A false alarm is entered under 'allow'"
                + " of the concept in the house file, with a reason";
    }

    private static boolean defines(House house, Concept concept, Definition definition) {
        Concept.Named named = concept.named();
        if (definition.method().isEmpty()) {
            return named.types().in(definition.simpleName(), house.carriers());
        }
        Method method = definition.method().get();
        return named.methods().in(method.name(), house.carriers()) && works(concept, method);
    }

    private static boolean works(Concept concept, Method method) {
        boolean holds = !method.loops() && !method.computes() && method.calls().isEmpty();
        boolean callsHome = method.touches().stream().anyMatch(concept::atHome);
        boolean handsOver =
                !method.computes() && method.calls().stream().anyMatch(call -> bears(concept.named(), call));
        return method.present() && !holds && !callsHome && !handsOver;
    }

    private static boolean bears(Concept.Named named, String name) {
        return named.methods().in(name) || named.types().in(name);
    }

    /** Returns what a use builds the concept with, or empty if it does not. */
    private static Optional<String> means(Concept.Uses uses, Use use) {
        return switch (use) {
            case Use.Call call ->
                Scope.any(uses.calls(), call)
                        ? Optional.of("a call of " + call.owner() + "." + call.member())
                        : Optional.empty();
            case Use.Mention mention -> library(uses.types(), mention.target());
            case Use.Extension extension -> library(uses.types(), extension.parent());
            case Use.Text text -> text(uses, text.value());
            case Use.Shape shape ->
                uses.idioms().contains(shape.idiom())
                        ? Optional.of(shape.idiom().description())
                        : Optional.empty();
        };
    }

    private static Optional<String> library(List<TypePattern> types, String target) {
        return types.stream().anyMatch(one -> one.matches(target)) ? Optional.of("use of " + target) : Optional.empty();
    }

    private static Optional<String> text(Concept.Uses uses, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        boolean found =
                uses.literals().contains(value) || uses.strings().stream().anyMatch(lower::contains);
        return found ? Optional.of("the text \"" + value + "\"") : Optional.empty();
    }
}
