package io.mts1b.contracts.facts;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Walks the bytecode of one method. */
final class MethodScan {

    /** A call, a reference to a method, or an access to a field; {@code at} is its position among the instructions. */
    record Called(int at, int line, boolean field, String owner, String name, String parameters) {

        String key() {
            return name + "(" + parameters + ")";
        }
    }

    /** A constant text. */
    record Constant(int line, String value) {}

    private static final List<Double> PERIODS_IN_A_YEAR = List.of(252.0, 365.0, 52.0, 12.0);
    private static final List<String> SLEEPS = List.of(
            "java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.locks.LockSupport.parkNanos", "java.util.concurrent.locks.LockSupport.parkUntil");
    private static final Pattern HOLES = Pattern.compile("[\\x01\\x02]");
    private static final List<String> ARITHMETIC = List.of("ADD", "SUB", "MUL", "DIV", "REM");

    private final MethodModel method;
    private final Map<Label, Integer> labels = new LinkedHashMap<>();
    private final List<int[]> loops = new ArrayList<>();
    private final List<Called> called = new ArrayList<>();
    private final List<Constant> constants = new ArrayList<>();
    private final List<Integer> annualisations = new ArrayList<>();
    private boolean computes;
    private int at;
    private int line;
    private double pushed = Double.NaN;

    private MethodScan(MethodModel method) {
        this.method = method;
    }

    static MethodScan of(MethodModel method) {
        MethodScan scan = new MethodScan(method);
        method.code().ifPresent(scan::read);
        return scan;
    }

    String name() {
        return method.methodName().stringValue();
    }

    String key() {
        return name() + "(" + parameters(method.methodTypeSymbol()) + ")";
    }

    MethodModel method() {
        return method;
    }

    List<Called> called() {
        return called;
    }

    List<Constant> constants() {
        return constants;
    }

    /** Returns the lines on which a ratio is made annual. */
    List<Integer> annualisations() {
        return annualisations;
    }

    boolean loops() {
        return !loops.isEmpty();
    }

    boolean computes() {
        return computes;
    }

    boolean inLoop(Called call) {
        return loops.stream().anyMatch(loop -> loop[0] <= call.at() && call.at() <= loop[1]);
    }

    static boolean sleeps(Called call) {
        return SLEEPS.contains(call.owner() + "." + call.name());
    }

    private void read(CodeModel code) {
        for (CodeElement element : code) {
            at++;
            switch (element) {
                case LineNumber number -> line = number.line();
                case LabelTarget target -> labels.put(target.label(), at);
                case ConvertInstruction _ -> {
                    // A number that is pushed and widened is the same number.
                }
                case Instruction instruction -> {
                    double before = pushed;
                    pushed = Double.NaN;
                    read(instruction, before);
                }
                default -> {
                    // Frames, local variables and the like say nothing here.
                }
            }
        }
    }

    private void read(Instruction instruction, double before) {
        switch (instruction) {
            case BranchInstruction branch -> {
                Integer target = labels.get(branch.target());
                if (target != null) {
                    loops.add(new int[] {target, at}); // Only a jump back knows its label already.
                }
            }
            case ConstantInstruction constant -> push(constant.constantValue());
            case OperatorInstruction operator -> {
                String name = operator.opcode().name();
                computes |= ARITHMETIC.contains(name.substring(1));
            }
            case FieldInstruction field ->
                called.add(new Called(
                        at,
                        line,
                        true,
                        name(field.owner().asSymbol()),
                        field.name().stringValue(),
                        ""));
            case InvokeInstruction call -> {
                String owner = name(call.owner().asSymbol());
                String name = call.name().stringValue();
                called.add(new Called(at, line, false, owner, name, parameters(call.typeSymbol())));
                if (name.equals("sqrt") && owner.endsWith("Math") && PERIODS_IN_A_YEAR.contains(before)) {
                    annualisations.add(line);
                }
            }
            case InvokeDynamicInstruction dynamic -> dynamic.bootstrapArgs().forEach(this::bootstrap);
            default -> {
                // The rest moves values about.
            }
        }
    }

    private void push(ConstantDesc value) {
        switch (value) {
            case String text -> constants.add(new Constant(line, text));
            case Number number -> pushed = number.doubleValue();
            default -> {
                // Classes and handles are mentioned elsewhere.
            }
        }
    }

    private void bootstrap(ConstantDesc argument) {
        switch (argument) {
            case DirectMethodHandleDesc handle ->
                called.add(new Called(at, line, false, name(handle.owner()), handle.methodName(), parameters(handle)));
            // A recipe for joining texts holds \1 and \2 where the values go.
            case String text -> HOLES.splitAsStream(text).forEach(part -> constants.add(new Constant(line, part)));
            default -> {
                // Types of the lambda, numbers of a switch.
            }
        }
    }

    static String name(ClassDesc type) {
        ClassDesc component = type.componentType();
        if (component != null) {
            return name(component) + "[]";
        }
        return type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
    }

    /** A handle may also be of a field: that of a record component, for its equals and toString. */
    private static String parameters(DirectMethodHandleDesc handle) {
        String descriptor = handle.lookupDescriptor();
        return descriptor.startsWith("(") ? parameters(MethodTypeDesc.ofDescriptor(descriptor)) : "";
    }

    private static String parameters(MethodTypeDesc type) {
        return type.parameterList().stream().map(MethodScan::name).collect(Collectors.joining(","));
    }
}
