package io.mts1b.portfolio.commands;

import io.mts1b.foundation.numbers.Decimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One number per asset, read from a file; the numbers keep the digits they were written with. */
final class NamedNumbers {

    /** What a double holds; a price that was one has no more that mean something. */
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    private final AssetFile file;
    private final Map<String, String> texts;

    private NamedNumbers(AssetFile file, Map<String, String> texts) {
        this.file = file;
        this.texts = texts;
    }

    static NamedNumbers read(Path path) {
        AssetFile file = AssetFile.read(path);
        Map<String, String> texts = file.values();
        texts.forEach(file::number);
        return new NamedNumbers(file, texts);
    }

    /** Returns the names in the order of the file. */
    List<String> names() {
        return List.copyOf(texts.keySet());
    }

    /** Returns the numbers of some names, which must all be there. */
    double[] reals(List<String> of) {
        return of.stream().mapToDouble(name -> file.number(name, text(name))).toArray();
    }

    Decimal exact(String name) {
        return exact(name, text(name));
    }

    private String text(String name) {
        @Nullable String text = texts.get(name);
        if (text == null) {
            throw new IllegalArgumentException("asset must be one of " + texts.keySet() + ", was " + name);
        }
        return text;
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    static Decimal exact(String name, String text) {
        try {
            BigDecimal digits = new BigDecimal(text).round(DIGITS);
            return Decimal.of(digits.setScale(Math.min(digits.scale(), Decimal.MAX_SCALE), RoundingMode.HALF_EVEN));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException(name + " must be a decimal number, was " + text, e);
        }
    }
}
