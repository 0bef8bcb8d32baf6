package io.mts1b.contracts;

import io.mts1b.contracts.facts.Tree;
import io.mts1b.contracts.facts.TreeReader;
import io.mts1b.contracts.house.House;
import io.mts1b.contracts.house.HouseFile;
import io.mts1b.contracts.house.TypePattern;
import io.mts1b.contracts.rules.Outcome;
import io.mts1b.contracts.rules.Rule;
import io.mts1b.contracts.rules.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The contracts of the house over your own packages.
 *
 * <p>It reads the POM, {@code src/main/java}, {@code target/classes} and the files of a module, and of the modules below
 * it, so it wants to run after they are compiled: in a JUnit test,
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> contracts() {
 *     return Contracts.over("com.acme").tests();
 * }
 * }</pre>
 *
 * or by hand with {@link #outcomes()}. Only {@link #tests()} needs JUnit on the class path. Immutable.
 */
public final class Contracts {

    private final List<TypePattern> packages;
    private final Path root;
    private final House house;

    private Contracts(List<TypePattern> packages, Path root, House house) {
        this.packages = packages;
        this.root = root;
        this.house = house;
    }

    /**
     * Starts with some packages and all below them, in the module the current directory is in.
     *
     * @param packages the packages, such as {@code com.acme}; none for all
     * @return the contracts over them
     */
    public static Contracts over(String... packages) {
        return new Contracts(Stream.of(packages).map(TypePattern::new).toList(), Path.of(""), HouseFile.standard());
    }

    /**
     * Looks at another module.
     *
     * @param folder the folder with its POM
     * @return the contracts over it
     */
    public Contracts in(Path folder) {
        return new Contracts(packages, folder, house);
    }

    /**
     * Adds your own house file: your artifacts and floors, packages that are held to the effects, types for public
     * signatures, exceptions for the search for secrets.
     *
     * @param file the file, with the keys of {@code house.yaml} in this artifact
     * @return the contracts of both houses
     * @throws io.mts1b.contracts.house.HouseException if the file is not right
     */
    public Contracts house(Path file) {
        return new Contracts(packages, root, HouseFile.extendedBy(file));
    }

    /**
     * Reads the code and holds it to every rule.
     *
     * @return what each rule looked at and found, in the order of the rules
     * @throws IllegalStateException if there is no POM, or no class in the packages, or a module is not compiled: a check
     *     that sees nothing proves nothing
     */
    public List<Outcome> outcomes() {
        return outcomes(tree());
    }

    List<Outcome> outcomes(Tree tree) {
        return Rule.all().stream().map(rule -> rule.check(house, tree)).toList();
    }

    /** Finds the homes of the concepts that are in the tree. */
    List<ConceptHome> homes(Tree tree) {
        return ConceptHome.of(house, tree);
    }

    /** Reads the code, and refuses where there is none. */
    Tree tree() {
        if (!Files.isRegularFile(root.resolve("pom.xml"))) {
            throw new IllegalStateException("no pom.xml in " + root.toAbsolutePath());
        }
        Tree tree = TreeReader.read(root, this::wanted);
        List<String> uncompiled = tree.modules().stream()
                .filter(module -> !module.sources().types().isEmpty())
                .filter(module -> module.classes().types().isEmpty())
                .map(module -> module.folder().isEmpty() ? "." : module.folder())
                .toList();
        if (!uncompiled.isEmpty()) {
            throw new IllegalStateException(
                    "not compiled: " + String.join(", ", uncompiled) + "; run ./mvnw test-compile first");
        }
        if (tree.modules().stream().allMatch(module -> module.classes().types().isEmpty())) {
            throw new IllegalStateException(
                    "no class " + (packages.isEmpty() ? "" : "in the packages " + packages + " ") + "below "
                            + root.toAbsolutePath() + ": is it compiled, are the packages spelt right?");
        }
        return tree;
    }

    /**
     * Makes one JUnit test of each rule.
     *
     * @return the tests, named after the rules
     * @throws IllegalStateException as {@link #outcomes()} does
     */
    public Stream<DynamicTest> tests() {
        return outcomes().stream()
                .map(outcome -> DynamicTest.dynamicTest(
                        outcome.rule() + ": " + outcome.sentence() + " (" + outcome.summary() + ")",
                        () -> pass(outcome)));
    }

    private static void pass(Outcome outcome) {
        if (!outcome.violations().isEmpty()) {
            throw new AssertionError(outcome.violations().stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining("\n\n", "\n\n", "\n")));
        }
    }

    private boolean wanted(String type) {
        return packages.isEmpty() || packages.stream().anyMatch(one -> one.matches(type));
    }
}
