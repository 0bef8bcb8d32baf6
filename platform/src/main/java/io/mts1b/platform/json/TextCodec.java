package io.mts1b.platform.json;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text values. Of those that come again and again, some are remembered, so that they are not parsed each time. */
final class TextCodec extends Codec {

    private static final List<Class<?>> RECURRING = List.of(
            Subject.class,
            InstrumentId.class,
            Symbol.class,
            Venue.class,
            Currency.class,
            FundId.class,
            StrategyId.class,
            BrokerId.class);

    private static final int REMEMBERED = 256;

    private final Form.Text form;

    /** By the hash of their text; any thread may write any, and all that is seen is whole. */
    private final @Nullable Known[] known;

    private record Known(String text, Object value) {}

    TextCodec(Form.Text form) {
        this.form = form;
        known = new @Nullable Known[RECURRING.contains(form.type()) ? REMEMBERED : 0];
    }

    @Override
    void write(CanonicalOutput out, Object value) {
        out.text(value.toString());
    }

    @Override
    Object read(CanonicalInput in) {
        String text = in.text(JsonText.MAX_TEXT);
        if (known.length == 0) {
            return form.parse().apply(text);
        }
        int at = text.hashCode() & (REMEMBERED - 1);
        Known one = known[at];
        if (one == null || !one.text.equals(text)) {
            one = new Known(text, form.parse().apply(text));
            known[at] = one;
        }
        return one.value;
    }
}
