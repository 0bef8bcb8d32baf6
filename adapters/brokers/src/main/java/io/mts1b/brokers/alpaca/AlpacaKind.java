package io.mts1b.brokers.alpaca;

import io.mts1b.brokers.wire.Wire;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Symbology;
import java.util.Locale;

/** Where a message of Alpaca comes from, and so how it is read. */
public enum AlpacaKind {
    /** REST, one order: submitted, replaced or asked for. */
    ORDER,
    /** REST, list orders. */
    ORDERS,
    /** REST, account activities of type FILL. */
    FILLS,
    /** REST, list open positions. */
    POSITIONS,
    /** REST, get account. */
    ACCOUNT,
    /** REST, get clock. */
    CLOCK,
    /** REST, latest quotes of the market data. */
    QUOTES,
    /** WebSocket, whatever comes over the line of the account. */
    WS;

    /** No message of ours is larger: a page of orders. */
    static final int LONGEST = 4 << 20;

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code orders}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static AlpacaKind parse(String name) {
        return Wire.kind(name, values());
    }

    /**
     * Reads a message.
     *
     * @param message as it came, at most 4 MiB
     * @param symbology what instruments are called
     * @return what it says
     * @throws JsonException if it is not a message of this kind, or something in it is not known
     */
    public AlpacaMessage read(byte[] message, Symbology symbology) {
        JsonNode root = JsonNode.read(message, LONGEST);
        AlpacaRows rows = new AlpacaRows(new AlpacaSymbols(symbology));
        return Wire.guard(
                root, () -> this == WS ? new AlpacaStream(rows).read(root) : new AlpacaRest(rows).read(this, root));
    }

    /** Returns the name, such as {@code orders}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
