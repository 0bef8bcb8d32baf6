package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.Venue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The dialects by name: one place to translate between the house's symbols and everybody else's.
 *
 * <pre>{@code
 * Dialect kraken = Symbology.house().dialect("KRAKEN-REST");
 * InstrumentId id = kraken.identify("XXBTZUSD", today);              // BTC-USD.KRAKEN
 * String text = Symbology.house().dialect("BINANCE-USDM").write(Contract.parse("BTC-USDT-PERP"), today);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class Symbology {

    private final Assets assets;
    private final Map<String, Dialect> dialects;

    Symbology(Assets assets, Map<String, Dialect> dialects) {
        this.assets = assets;
        this.dialects = Collections.unmodifiableMap(new LinkedHashMap<>(dialects));
    }

    /** Read when it is first asked for, since many a process never does. */
    private static final class House {
        private static final Symbology TABLES = SymbologyText.parse("dialects.symbology", resource());

        private static String resource() {
            try (InputStream file =
                    Objects.requireNonNull(Symbology.class.getResourceAsStream("dialects.symbology"), "dialects")) {
                return new String(file.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Returns the house's tables.
     *
     * @return the dialects that ship with it
     */
    public static Symbology house() {
        return House.TABLES;
    }

    /**
     * Reads tables of the user's own, in the form of the house's.
     *
     * <p>Lines at the margin are {@code source <label> <text>}, {@code fiat <codes>} and {@code assets <codes>}, which may
     * come several times, and {@code dialect <name> [at <venue>] [<label>]}, which begins a dialect. Its lines are indented:
     * {@code quotes <codes>} (all that forms have, where they do not say their own), {@code code <theirs> <ours>} of an asset, {@code class
     * <theirs> <ours>} of a share, {@code name <theirs> <canonical symbol>}, and forms: {@code [also] <kind> "<template>"[,
     * quote <codes>][, settle quote|base|<code>][, fiat]}, where the kind is share, spot, perpetual, month, dated or option,
     * and {@code also} stands before what is read but not written. A {@code #} begins a comment.
     *
     * @param text the tables
     * @return the dialects in it
     * @throws IllegalArgumentException if a line is not of the form; the message begins with its number
     */
    public static Symbology parse(String text) {
        return SymbologyText.parse("symbology", text);
    }

    /**
     * Returns all dialects.
     *
     * @return in the order of the tables
     */
    public List<Dialect> dialects() {
        return List.copyOf(dialects.values());
    }

    /**
     * Returns one dialect.
     *
     * @param name its name
     * @return the dialect
     * @throws IllegalArgumentException if there is none of that name
     */
    public Dialect dialect(String name) {
        return Require.present(
                dialects.get(name), "dialect must be one of " + dialects.keySet() + ", was '" + name + "'");
    }

    /**
     * Returns the dialects of a venue: one for each of its interfaces that spells contracts its own way.
     *
     * @param venue the venue
     * @return its dialects; empty if the house knows none
     */
    public List<Dialect> at(Venue venue) {
        return dialects.values().stream()
                .filter(dialect -> dialect.venue().filter(venue::equals).isPresent())
                .toList();
    }

    Assets assets() {
        return assets;
    }
}
