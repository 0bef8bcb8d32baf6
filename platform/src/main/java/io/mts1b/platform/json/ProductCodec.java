package io.mts1b.platform.json;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records. What it needs is found when it is first needed, because a type may contain itself. */
final class ProductCodec extends Codec {

    private final Form.Product form;
    private final byte[] tag;
    private volatile @Nullable Plan plan;

    ProductCodec(Form.Product form) {
        this.form = form;
        tag = CanonicalOutput.ascii(form.tag() == null ? "" : ",\"" + Names.TYPE + "\":\"" + form.tag() + '"');
    }

    /** How to take a record apart and to put it together. */
    private record Plan(List<Part> parts, Constructor<?> constructor) {}

    /** A component. */
    private static final class Part {

        /** A comma, the name and a colon; the first of an object goes without the comma. */
        private final byte[] name;

        private final boolean isRequired;
        private final Codec codec;
        private final Function<Object, @Nullable Object> accessor;

        Part(Form.Component component) {
            name = CanonicalOutput.ascii(",\"" + component.name() + "\":");
            isRequired = component.isRequired();
            codec = Codecs.of(component.form());
            accessor = component.accessor();
        }
    }

    private Plan plan() {
        Plan known = plan;
        if (known == null) {
            Form.Components components = form.components().get();
            known = new Plan(components.list().stream().map(Part::new).toList(), components.constructor());
            plan = known;
        }
        return known;
    }

    @Override
    void write(CanonicalOutput out, Object value) {
        out.open('{');
        int comma = 1;
        if (tag.length > 0) {
            out.raw(tag, comma);
            comma = 0;
        }
        for (Part part : plan().parts) {
            Object component = part.accessor.apply(value);
            if (component != null || part.isRequired) {
                out.raw(part.name, comma);
                part.codec.writeNullable(out, component);
                comma = 0;
            }
        }
        out.close('}');
    }

    @Override
    Object read(CanonicalInput in) {
        in.open('{');
        if (tag.length > 0) {
            CanonicalInput.require(in.skip(tag, 1));
        }
        return readParts(in);
    }

    /** Reads what comes after the type, if the record has one. */
    Object readParts(CanonicalInput in) {
        Plan known = plan();
        @Nullable Object[] values = new Object[known.parts.size()];
        int comma = tag.length > 0 ? 0 : 1;
        for (int i = 0; i < values.length; i++) {
            Part part = known.parts.get(i);
            if (in.skip(part.name, comma)) {
                values[i] = part.codec.readNullable(in);
                comma = 0;
            } else {
                CanonicalInput.require(!part.isRequired);
            }
        }
        CanonicalInput.require(in.close('}'));
        try {
            return known.constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new Canonical.Unusual();
        }
    }
}
