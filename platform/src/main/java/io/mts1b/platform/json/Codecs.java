package io.mts1b.platform.json;

import java.time.Instant;
import java.util.List;

/** Makes a codec of each form, once for each class. */
final class Codecs {

    /** Whatever it turns out to be. */
    static final Codec ANY = new AnyCodec();

    private static final ClassValue<Codec> CODECS = new ClassValue<>() {
        @Override
        protected Codec computeValue(Class<?> type) {
            return make(Forms.of(type));
        }
    };

    private static final ClassValue<Codec> EVENTS = new ClassValue<>() {
        @Override
        protected Codec computeValue(Class<?> payload) {
            return make(Forms.event(payload));
        }
    };

    private static final byte[] TRUE = CanonicalOutput.ascii("true");
    private static final byte[] FALSE = CanonicalOutput.ascii("false");

    private Codecs() {}

    static Codec of(Class<?> type) {
        return CODECS.get(type);
    }

    /** Returns the codec of an event with a payload of a class. */
    static Codec event(Class<?> payload) {
        return EVENTS.get(payload);
    }

    static Codec of(Form form) {
        // The same codec for a class wherever it is used, so that one that contains itself has an end.
        return NamedForms.type(form)
                .filter(type -> Forms.of(type).equals(form))
                .map(Codecs::of)
                .orElseGet(() -> make(form));
    }

    private static Codec make(Form form) {
        return switch (form) {
            case Form.Flag _ -> new FlagCodec();
            case Form.Whole(boolean isLong) -> new WholeCodec(isLong);
            case Form.Real _ -> new RealCodec();
            case Form.Text text -> text.type() == Instant.class ? new InstantCodec() : new TextCodec(text);
            case Form.Choice choice -> new ChoiceCodec(choice);
            case Form.ListOf(Form element) -> new ListCodec(of(element));
            case Form.MapOf(Form.Key key, Form value) -> new MapCodec(key, of(value));
            case Form.Maybe(Form inner) -> new MaybeCodec(of(inner));
            case Form.Any _ -> ANY;
            case Form.Adapted adapted -> new AdaptedCodec(adapted, of(adapted.form()));
            case Form.Product product -> new ProductCodec(product);
            case Form.Family family -> new FamilyCodec(family);
        };
    }

    /** Finds out what to do when it sees the value. */
    private static final class AnyCodec extends Codec {

        @Override
        void write(CanonicalOutput out, Object value) {
            if (value instanceof List<?> list) {
                ListCodec.write(out, list, this);
            } else {
                of(value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass())
                        .write(out, value);
            }
        }

        @Override
        Object read(CanonicalInput in) {
            throw new Canonical.Unusual();
        }
    }

    private static final class FlagCodec extends Codec {

        @Override
        void write(CanonicalOutput out, Object value) {
            out.raw((Boolean) value ? TRUE : FALSE, 0);
        }

        @Override
        Object read(CanonicalInput in) {
            if (in.skip(TRUE, 0)) {
                return true;
            }
            CanonicalInput.require(in.skip(FALSE, 0));
            return false;
        }
    }

    private static final class WholeCodec extends Codec {

        private final boolean isLong;

        WholeCodec(boolean isLong) {
            this.isLong = isLong;
        }

        @Override
        void write(CanonicalOutput out, Object value) {
            out.whole(((Number) value).longValue());
        }

        @Override
        Object read(CanonicalInput in) {
            long value = in.whole();
            return isLong ? (Object) value : (Object) Math.toIntExact(value);
        }
    }

    private static final class RealCodec extends Codec {

        @Override
        void write(CanonicalOutput out, Object value) {
            double real = (Double) value;
            CanonicalInput.require(Double.isFinite(real));
            out.raw(CanonicalOutput.ascii(Double.toString(real)), 0);
        }

        @Override
        Object read(CanonicalInput in) {
            return in.real();
        }
    }

    private static final class ChoiceCodec extends Codec {

        private final Form.Choice form;

        ChoiceCodec(Form.Choice form) {
            this.form = form;
        }

        @Override
        void write(CanonicalOutput out, Object value) {
            out.text(form.name().apply(value));
        }

        @Override
        Object read(CanonicalInput in) {
            return CanonicalInput.present(form.byName().get(in.text(JsonText.MAX_NAME)));
        }
    }

    private static final class MaybeCodec extends Codec {

        private final Codec inner;

        MaybeCodec(Codec inner) {
            this.inner = inner;
        }

        @Override
        boolean mayBeNull() {
            return true;
        }

        @Override
        void write(CanonicalOutput out, Object value) {
            inner.write(out, value);
        }

        @Override
        Object read(CanonicalInput in) {
            return inner.read(in);
        }
    }

    private static final class AdaptedCodec extends Codec {

        private final Form.Adapted form;
        private final Codec record;

        AdaptedCodec(Form.Adapted form, Codec record) {
            this.form = form;
            this.record = record;
        }

        @Override
        void write(CanonicalOutput out, Object value) {
            record.write(out, form.toRecord().apply(value));
        }

        @Override
        Object read(CanonicalInput in) {
            return form.fromRecord().apply(record.read(in));
        }
    }

    private static final class FamilyCodec extends Codec {

        private static final byte[] TYPE = CanonicalOutput.ascii("\"" + Names.TYPE + "\":");

        private final Form.Family form;

        FamilyCodec(Form.Family form) {
            this.form = form;
        }

        @Override
        void write(CanonicalOutput out, Object value) {
            ANY.write(out, value);
        }

        @Override
        Object read(CanonicalInput in) {
            in.open('{');
            CanonicalInput.require(in.skip(TYPE, 0));
            Form.Product member = CanonicalInput.present(form.members().get().get(in.text(JsonText.MAX_NAME)));
            return ((ProductCodec) of(member)).readParts(in);
        }
    }
}
