package io.mts1b.platform.json;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The patterns that schemas give for text, in the regular expressions of ECMA-262.
 *
 * <p>They describe what we write. The parsers take a little more, such as {@code "1e-8"} for a decimal.
 */
final class TextPatterns {

    private static final String UNSIGNED = "(0|[1-9][0-9]{0,18})([.][0-9]{1,18})?";
    private static final String DECIMAL = "-?" + UNSIGNED;
    private static final String CURRENCY = "[A-Z0-9]{2,12}";
    private static final String TOKEN = "[A-Za-z0-9_-]";
    private static final String VISIBLE = "[!-~]";

    private static final Map<Class<?>, String> PATTERNS = patterns();

    private TextPatterns() {}

    /** Returns the pattern of the whole text; empty if any text may do. */
    static Optional<String> of(Class<?> type) {
        return Optional.ofNullable(PATTERNS.get(type)).map(pattern -> "^" + pattern + "$");
    }

    private static Map<Class<?>, String> patterns() {
        Map<Class<?>, String> patterns = new LinkedHashMap<>();
        patterns.put(Decimal.class, DECIMAL);
        patterns.put(Price.class, DECIMAL);
        patterns.put(Rate.class, DECIMAL);
        patterns.put(Quantity.class, UNSIGNED);
        patterns.put(Money.class, DECIMAL + " " + CURRENCY);
        patterns.put(Balances.class, "(" + DECIMAL + " " + CURRENCY + "(, " + DECIMAL + " " + CURRENCY + ")*)?");
        patterns.put(UnitRatio.class, UNSIGNED + ":" + UNSIGNED);
        patterns.put(Currency.class, CURRENCY);
        patterns.put(FundId.class, TOKEN + "{1,64}");
        patterns.put(StrategyId.class, TOKEN + "{1,64}");
        patterns.put(BrokerId.class, TOKEN + "{1,32}");
        patterns.put(Venue.class, TOKEN + "{1,16}");
        patterns.put(Symbol.class, VISIBLE + "{1,64}");
        patterns.put(InstrumentId.class, VISIBLE + "{1,64}[.]" + TOKEN + "{1,16}");
        patterns.put(OrderId.class, VISIBLE + "{1,64}");
        patterns.put(ActorId.class, VISIBLE + "{1,64}");
        patterns.put(EnvelopeId.class, VISIBLE + "{1,64}");
        patterns.put(IdempotencyKey.class, VISIBLE + "{1,128}");
        patterns.put(FillId.class, VISIBLE + "{1,128}");
        patterns.put(LotId.class, VISIBLE + "{1,128}");
        patterns.put(EventId.class, VISIBLE + "{1,128}");
        patterns.put(
                Subject.class,
                "mts[.]v[1-9][0-9]{0,3}([.]" + TOKEN + "{1,64}){3}([.](fund|symbol|interval|broker)[.]" + TOKEN
                        + "{1,64})*");
        patterns.put(Duration.class, "PT(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+([.][0-9]{1,9})?S)?");
        return patterns;
    }
}
