package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a dialect calls some codes that the house calls otherwise, one to one. Immutable. */
final class Codes {

    private final String what;
    private final Map<String, String> toHouse;
    private final Map<String, String> toDialect = new TreeMap<>();

    Codes(String what, Map<String, String> toHouse) {
        this.what = what;
        this.toHouse = Collections.unmodifiableMap(new TreeMap<>(toHouse));
        this.toHouse.forEach((theirs, ours) -> {
            String other = toDialect.put(ours, theirs);
            Require.that(
                    other == null, what + " " + ours + " must have one other name, had " + other + " and " + theirs);
        });
    }

    /** Returns the house's code, or empty if the dialect has another name for what the house calls so. */
    Optional<String> reads(String code) {
        String ours = toHouse.get(code);
        return ours == null && toDialect.containsKey(code) ? Optional.empty() : Optional.of(ours == null ? code : ours);
    }

    String house(String code) {
        return reads(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        what + " " + code + " is called " + toDialect.get(code) + " there"));
    }

    Currency house(TemplateField field, Map<TemplateField, String> fields) {
        return new Currency(house(Require.present(fields.get(field), "no " + field)));
    }

    String dialect(String code) {
        Require.that(
                toDialect.containsKey(code) || !toHouse.containsKey(code),
                what + " " + code + " cannot be written there: it would be read as " + toHouse.get(code));
        return toDialect.getOrDefault(code, code);
    }

    String dialect(Currency asset) {
        return dialect(asset.code());
    }
}
