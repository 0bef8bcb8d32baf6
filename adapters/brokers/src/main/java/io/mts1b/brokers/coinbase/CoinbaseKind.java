package io.mts1b.brokers.coinbase;

import io.mts1b.brokers.wire.Wire;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Symbology;
import java.util.Locale;

/** Where a message of Coinbase comes from, and so how it is read. */
public enum CoinbaseKind {
    /** REST, create order. */
    CREATE_ORDER,
    /** REST, edit order. */
    EDIT_ORDER,
    /** REST, cancel orders. */
    CANCEL_ORDERS,
    /** REST, get order. */
    ORDER,
    /** REST, list orders. */
    ORDERS,
    /** REST, list fills. */
    FILLS,
    /** REST, list accounts. */
    ACCOUNTS,
    /** REST, get API key permissions. */
    KEY_PERMISSIONS,
    /** WebSocket, whatever comes over the line of the account. */
    WS;

    /** No message of ours is larger: a page of fills or of orders. */
    static final int LONGEST = 4 << 20;

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code create-order}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CoinbaseKind parse(String name) {
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
    public CoinbaseMessage read(byte[] message, Symbology symbology) {
        JsonNode root = JsonNode.read(message, LONGEST);
        CoinbaseRows rows = new CoinbaseRows(symbology.dialect("COINBASE"));
        return Wire.guard(
                root, () -> this == WS ? new CoinbaseStream(rows).read(root) : new CoinbaseRest(rows).read(this, root));
    }

    /** Returns the name, such as {@code create-order}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
