package io.mts1b.platform.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays. */
final class ListCodec extends Codec {

    private final Codec element;

    ListCodec(Codec element) {
        this.element = element;
    }

    @Override
    void write(CanonicalOutput out, Object value) {
        write(out, (List<?>) value, element);
    }

    static void write(CanonicalOutput out, List<?> values, Codec element) {
        out.open('[');
        boolean isFirst = true;
        for (Object value : values) {
            if (!isFirst) {
                out.put(',');
            }
            isFirst = false;
            element.writeNullable(out, value);
        }
        out.close(']');
    }

    @Override
    Object read(CanonicalInput in) {
        List<@Nullable Object> values = new ArrayList<>();
        in.open('[');
        while (!in.close(']')) {
            if (!values.isEmpty()) {
                in.require(',');
            }
            values.add(element.readNullable(in));
        }
        return Collections.unmodifiableList(values);
    }
}
