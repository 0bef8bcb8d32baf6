package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.wire.Wire;
import io.mts1b.platform.json.JsonException;
import io.mts1b.platform.json.JsonNode;
import io.mts1b.platform.symbology.Symbology;
import java.util.Locale;

/** Where a message of Interactive Brokers comes from, and so how it is read. */
public enum IbkrKind {
    /** REST, an order placed or changed, or a question confirmed. */
    PLACE,
    /** REST, an order canceled. */
    CANCEL,
    /** REST, live orders. */
    ORDERS,
    /** REST, order status. */
    ORDER,
    /** REST, trades. */
    TRADES,
    /** REST, a page of positions. */
    POSITIONS,
    /** REST, the ledger of an account. */
    LEDGER,
    /** REST, the session with the brokerage: its status, or begun again. */
    STATUS,
    /** REST, the sign of life that keeps a session. */
    TICKLE,
    /** REST, who is signed in. */
    VALIDATE,
    /** REST, accounts that may trade. */
    ACCOUNTS,
    /** REST, accounts that may be looked at. */
    PORTFOLIOS,
    /** REST, contracts on shares by symbol. */
    STOCKS,
    /** REST, whatever says no more than that it was done. */
    DONE,
    /** XML, an activity statement or trade confirmation of the Flex service, whole or an element of it. */
    FLEX,
    /** WebSocket, whatever comes over the line. */
    WS;

    /** No message of ours is larger: a thousand orders. */
    static final int LONGEST = 4 << 20;

    /**
     * Finds a kind by its name.
     *
     * @param name such as {@code orders}
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name
     */
    public static IbkrKind parse(String name) {
        return Wire.kind(name, values());
    }

    /**
     * Reads a message.
     *
     * @param message as it came, at most 4 MiB
     * @param symbology what instruments are called
     * @return what it says
     * @throws JsonException if it is not a message of this kind, or something in it is not known
     * @throws IllegalArgumentException likewise, of XML
     */
    public IbkrMessage read(byte[] message, Symbology symbology) {
        if (this == FLEX) {
            return new IbkrMessage.Flex(FlexStatement.read(message));
        }
        JsonNode root = JsonNode.read(message, LONGEST);
        IbkrRows rows = new IbkrRows(symbology.dialect("IBKR"));
        return Wire.guard(
                root, () -> this == WS ? new IbkrStream(rows).read(root) : new IbkrRest(rows).read(this, root));
    }

    /** Returns the name, such as {@code orders}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
