package io.mts1b.oms.codec;

import io.mts1b.foundation.Require;
import java.util.EnumSet;
import java.util.List;

/** The codes of some constants: their places in a list, to the end of which alone new ones are added. */
final class Codes<E extends Enum<E>> {

    private final List<E> constants;

    Codes(Class<E> type, List<E> inOrder) {
        constants = List.copyOf(inOrder);
        Require.that(
                EnumSet.allOf(type).equals(EnumSet.copyOf(constants))
                        && constants.size() == type.getEnumConstants().length,
                "every " + type.getSimpleName() + " must have one code, have " + constants);
    }

    void write(E constant, ByteSink out) {
        out.code(constants.indexOf(constant));
    }

    E read(ByteSource in) {
        int start = in.position();
        int code = in.code("a constant");
        if (code >= constants.size()) {
            throw new CodecException(
                    start, "a " + constants.getFirst().getDeclaringClass().getSimpleName(), "code " + code);
        }
        return constants.get(code);
    }
}
