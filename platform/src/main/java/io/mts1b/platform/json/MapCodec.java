package io.mts1b.platform.json;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Objects whose names are keys, in the order of their text. */
final class MapCodec extends Codec {

    private final Form.Key key;
    private final Codec value;

    MapCodec(Form.Key key, Codec value) {
        this.key = key;
        this.value = value;
    }

    @Override
    void write(CanonicalOutput out, Object map) {
        Map<String, @Nullable Object> byName = new TreeMap<>();
        ((Map<?, ?>) map).forEach((one, of) -> byName.put(key.name(one), of));
        out.open('{');
        boolean isFirst = true;
        for (Map.Entry<String, @Nullable Object> entry : byName.entrySet()) {
            if (!isFirst) {
                out.put(',');
            }
            isFirst = false;
            out.text(entry.getKey());
            out.put(':');
            value.writeNullable(out, entry.getValue());
        }
        out.close('}');
    }

    @Override
    Object read(CanonicalInput in) {
        TreeMap<Object, @Nullable Object> values = new TreeMap<>();
        in.open('{');
        while (!in.close('}')) {
            if (!values.isEmpty()) {
                in.require(',');
            }
            Object one = key(in.text(JsonText.MAX_NAME));
            in.require(':');
            CanonicalInput.require(!values.containsKey(one));
            values.put(one, value.readNullable(in));
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private Object key(String name) {
        return switch (key) {
            case Form.Key.OfText(Form.Text text) -> text.parse().apply(name);
            case Form.Key.OfChoice(Form.Choice choice) ->
                CanonicalInput.present(choice.byName().get(name));
        };
    }
}
