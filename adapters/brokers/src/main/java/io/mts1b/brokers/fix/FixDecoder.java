package io.mts1b.brokers.fix;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says what a message of a counterparty means, without a counterparty. */
public final class FixDecoder {

    /** ISO 10383's code for no market. */
    private static final String NOWHERE = "XXXX";

    /** ISO 4217's code for no currency. */
    private static final Currency NO_CURRENCY = Currency.parse("XXX");

    private FixDecoder() {}

    /**
     * What a message says; what its type does not have is empty.
     *
     * @param says {@code news}, {@code standing} or {@code refused}
     * @param news what happened
     * @param orders where orders stand
     * @param facts what is asked and answered under which numbers and names
     */
    public record Decoded(
            String says, List<VenueMessage> news, List<VenueOrder> orders, SortedMap<String, String> facts) {}

    /**
     * Reads an execution report (8), a cancel reject (9) or a refusal (j, 3). Without a counterparty's list, an instrument is
     * what the message spells; one that does not say where it is traded is shown at XXXX.
     *
     * @param bytes the message, with SOH or | between fields
     * @param version its version, such as {@code 4.4} or {@code FIX.4.4}
     * @return what it says
     * @throws IllegalArgumentException if it is no such message, lacks what it must have, or contradicts itself
     */
    public static Decoded decode(byte[] bytes, String version) {
        return decode(bytes, new FixFrame(FixVersion.parse(version)));
    }

    static Decoded decode(byte[] bytes, FixFrame frame) {
        FixMessage message = frame.read(bytes);
        try {
            return told(new FixReports(frame.version(), spelled(message)).read(message));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("numbers must fit: " + e.getMessage(), e);
        }
    }

    private static FixSymbols spelled(FixMessage message) {
        SortedMap<InstrumentId, FixSymbols.Listing> only = new TreeMap<>();
        String symbol = message.get(FixTag.SYMBOL);
        if (symbol != null) {
            String exchange = message.get(FixTag.EXCHANGE);
            InstrumentId instrument =
                    new InstrumentId(Symbol.parse(symbol), Venue.parse(Objects.requireNonNullElse(exchange, NOWHERE)));
            only.put(instrument, new FixSymbols.Listing(symbol, exchange, NO_CURRENCY));
        }
        return new FixSymbols(only);
    }

    private static Decoded told(Said said) {
        SortedMap<String, String> facts = new TreeMap<>();
        return switch (said) {
            case Said.News(List<VenueMessage> messages) -> new Decoded("news", messages, List.of(), facts);
            case Said.Standing standing -> {
                fact(facts, "question", standing.question());
                fact(facts, "list", standing.list());
                fact(facts, "names", String.join(" ", standing.names()));
                fact(facts, "reports", standing.reports());
                fact(facts, "last", standing.last());
                fact(facts, "at", standing.at());
                VenueOrder order = standing.order();
                yield new Decoded("standing", List.of(), order == null ? List.of() : List.of(order), facts);
            }
            case Said.Refused refused -> {
                fact(facts, "number", refused.number());
                fact(facts, "name", refused.name());
                fact(facts, "unknown", refused.unknown());
                fact(facts, "at", refused.at());
                fact(facts, "reason", refused.reason());
                yield new Decoded("refused", List.of(), List.of(), facts);
            }
        };
    }

    private static void fact(SortedMap<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }
}
