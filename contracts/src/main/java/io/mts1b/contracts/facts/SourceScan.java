package io.mts1b.contracts.facts;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks one source file. */
final class SourceScan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final String path;
    private final Deque<String> enclosing = new ArrayDeque<>();
    private final List<String> types = new ArrayList<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Use> imports = new ArrayList<>();
    private final List<String> imported;

    private SourceScan(CompilationUnitTree unit, Trees trees, String path) {
        this.unit = unit;
        this.positions = trees.getSourcePositions();
        this.path = path;
        this.imported = unit.getImports().stream().map(SourceScan::target).toList();
    }

    static SourceScan of(CompilationUnitTree unit, Trees trees, String path) {
        SourceScan scan = new SourceScan(unit, trees, path);
        scan.scan(unit, null);
        scan.readImports();
        return scan;
    }

    List<String> types() {
        return types;
    }

    List<Definition> definitions() {
        return definitions;
    }

    List<Use> imports() {
        return imports;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        String name = tree.getSimpleName().toString();
        if (name.isEmpty()) {
            return super.visitClass(tree, null); // An anonymous class defines nothing, its methods may.
        }
        String outer = enclosing.isEmpty() ? packagePrefix() : enclosing.getLast() + "$";
        enclosing.addLast(outer + name);
        types.add(outer + name);
        definitions.add(new Definition(outer + name, Optional.empty(), place(tree, "type " + name)));
        super.visitClass(tree, null);
        enclosing.removeLast();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        String name = tree.getName().toString();
        if (tree.getReturnType() != null && !enclosing.isEmpty()) {
            BodyScan body = new BodyScan(name, tree.getParameters().size());
            body.scan(tree.getBody(), null);
            definitions.add(new Definition(
                    enclosing.getLast(),
                    Optional.of(new Definition.Method(
                            name, tree.getBody() != null, body.loops(), body.computes(), body.calls(), imported)),
                    place(tree, "method " + name)));
        }
        return super.visitMethod(tree, null);
    }

    private void readImports() {
        String user = types.isEmpty() ? packagePrefix() + "package-info" : types.getFirst();
        for (ImportTree tree : unit.getImports()) {
            imports.add(new Use.Mention(user, place(tree, "import " + tree.getQualifiedIdentifier()), target(tree)));
        }
    }

    /** Returns the type an import is of; the package and a star for one on demand. */
    private static String target(ImportTree tree) {
        String text = tree.getQualifiedIdentifier().toString();
        return tree.isStatic() ? text.substring(0, text.lastIndexOf('.')) : text;
    }

    private String packagePrefix() {
        return unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
    }

    private Place place(Tree tree, String element) {
        long start = tree instanceof ClassTree || tree instanceof MethodTree
                ? nameStart(tree)
                : positions.getStartPosition(unit, tree);
        return new Place(path, start < 0 ? 0 : (int) unit.getLineMap().getLineNumber(start), element);
    }

    /** The start of a declaration is that of its annotations; a reader wants the line after them. */
    private long nameStart(Tree tree) {
        Tree modifiers = tree instanceof ClassTree type ? type.getModifiers() : ((MethodTree) tree).getModifiers();
        boolean annotated = tree instanceof ClassTree type
                ? !type.getModifiers().getAnnotations().isEmpty()
                : !((MethodTree) tree).getModifiers().getAnnotations().isEmpty();
        long end = positions.getEndPosition(unit, modifiers);
        return annotated && end >= 0 ? end : positions.getStartPosition(unit, tree);
    }
}
