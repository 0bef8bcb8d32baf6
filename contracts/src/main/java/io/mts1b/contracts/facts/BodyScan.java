package io.mts1b.contracts.facts;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks the body of one method: does it loop, does it compute, what does it call? */
final class BodyScan extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final List<Tree.Kind> ARITHMETIC =
            List.of(Tree.Kind.PLUS, Tree.Kind.MINUS, Tree.Kind.MULTIPLY, Tree.Kind.DIVIDE, Tree.Kind.REMAINDER);

    private final String method;
    private final int parameters;
    private boolean loops;
    private boolean computes;
    private final List<String> calls = new ArrayList<>();

    BodyScan(String method, int parameters) {
        this.method = method;
        this.parameters = parameters;
    }

    boolean loops() {
        return loops;
    }

    boolean computes() {
        return computes;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        switch (tree) {
            case ForLoopTree _, EnhancedForLoopTree _, WhileLoopTree _, DoWhileLoopTree _ -> loops = true;
            case BinaryTree binary -> computes |= ARITHMETIC.contains(binary.getKind()) && !joinsText(binary);
            case CompoundAssignmentTree assignment -> computes |= !joinsText(assignment.getExpression());
            case MethodInvocationTree invocation -> call(invocation);
            case MemberReferenceTree reference ->
                call(reference.getQualifierExpression(), reference.getName().toString());
            case NewClassTree creation -> calls.add(creation.getIdentifier().toString());
            case null, default -> {
                // Nothing of interest here; what is in it is visited next.
            }
        }
        return super.scan(tree, null);
    }

    private void call(MethodInvocationTree invocation) {
        switch (invocation.getMethodSelect()) {
            case IdentifierTree name -> {
                boolean itself = name.getName().contentEquals(method)
                        && invocation.getArguments().size() == parameters;
                if (!itself) {
                    calls.add(name.getName().toString());
                }
            }
            case MemberSelectTree select ->
                call(select.getExpression(), select.getIdentifier().toString());
            default -> {
                // An expression in parentheses, which is visited next.
            }
        }
    }

    private void call(ExpressionTree on, String name) {
        if (!Definition.Method.WRAPPERS.contains(on.toString())) {
            calls.add(name);
        }
    }

    /** A plus with a text literal in it joins texts. */
    private static boolean joinsText(Tree tree) {
        return switch (tree) {
            case LiteralTree literal -> literal.getValue() instanceof String;
            case BinaryTree binary -> joinsText(binary.getLeftOperand()) || joinsText(binary.getRightOperand());
            default -> false;
        };
    }
}
