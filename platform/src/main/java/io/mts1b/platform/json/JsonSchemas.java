package io.mts1b.platform.json;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BookDelta;
import io.mts1b.foundation.marketdata.BookSnapshot;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.marketdata.UniversePanel;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderTransitions;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.Position;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.GateReport;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.signals.Signal;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.foundation.time.Session;
import io.mts1b.foundation.time.SessionKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * JSON Schemas (draft 2020-12) of what {@link Json} writes.
 *
 * <p>A type has a stable name: its package below {@code io.mts1b} and its own name in snake case, such as
 * {@code foundation.orders.order_event.filled}. Thread-safe.
 */
public final class JsonSchemas {

    /** From here every type of foundation that has a JSON form can be reached. */
    private static final List<Class<?>> ROOTS = List.of(
            Balances.class,
            Bar.class,
            BookDelta.class,
            BookSnapshot.class,
            Classification.class,
            CorporateAction.class,
            CurrencyPairs.Pair.class,
            Denial.class,
            Event.class,
            FundConfig.class,
            GateReport.class,
            Instrument.class,
            LotBook.class,
            LotBook.Change.class,
            LotBook.LotTrade.class,
            LotBook.Restated.class,
            MarketSnapshot.class,
            NavSnapshot.class,
            OrderEvent.class,
            OrderState.class,
            OrderTransitions.Trigger.class,
            Position.class,
            Quote.class,
            RiskEnvelope.class,
            Session.class,
            SessionKind.class,
            Signal.class,
            StableSubject.class,
            Subject.Partition.class,
            TargetWeight.class,
            Trade.class,
            UniversePanel.class,
            Venue.class);

    private JsonSchemas() {}

    /**
     * Returns the stable names of all types of foundation that have a JSON form.
     *
     * @return the names, in alphabetical order
     */
    public static List<String> names() {
        return List.copyOf(types().keySet());
    }

    /**
     * Writes the schema of a type of foundation.
     *
     * @param name its stable name
     * @return the schema, as indented JSON
     * @throws IllegalArgumentException if no type of foundation has that name
     */
    public static String of(String name) {
        Class<?> type = types().get(name);
        if (type == null) {
            throw new IllegalArgumentException("name must be one of " + names() + ", was '" + name + "'");
        }
        return of(type);
    }

    /**
     * Writes the schema of any type that has a JSON form.
     *
     * @param type a class of foundation or of another artifact
     * @return the schema, as indented JSON
     * @throws IllegalArgumentException if the type has no JSON form
     */
    public static String of(Class<?> type) {
        return new String(SchemaWriter.schema(type), StandardCharsets.UTF_8);
    }

    /**
     * Tells why a reader cannot read what a writer writes. Names that the reader does not have are no reason
     * ({@link Json#readNewerEvent} skips them); names that it needs and does not get are, and so are values it
     * does not know.
     *
     * @param written the schema of the writer, as {@link #of(Class)} writes it
     * @param read the schema of the reader, likewise
     * @return the reasons, each with its place; empty if the reader can read all that the writer writes
     * @throws JsonException if one of them is not JSON
     */
    public static List<String> breaks(String written, String read) {
        return new SchemaBreaks(written, read).find();
    }

    private static SortedMap<String, Class<?>> types() {
        return NamedForms.types(ROOTS.stream().map(Forms::of).toList());
    }
}
