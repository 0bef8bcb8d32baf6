package io.mts1b.brokers.kraken;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.platform.security.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message of Kraken says, in the values of the port. The set is closed. */
public sealed interface KrakenMessage {

    /**
     * The venue refuses, in its own words, such as {@code EAPI:Invalid nonce}.
     *
     * @param errors at least one
     */
    record Refused(List<String> errors) implements KrakenMessage {

        /** Copies. */
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /**
     * Orders of the account.
     *
     * @param orders in the venue's order
     * @param count how many there are on all pages; null if this is the only one
     */
    record Orders(List<VenueOrder> orders, @Nullable Long count) implements KrakenMessage {

        /** Copies. */
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Fills of the account.
     *
     * @param fills by time
     * @param count how many there are on all pages; null if this is the only one
     */
    record Fills(List<VenueFill> fills, @Nullable Long count) implements KrakenMessage {

        /** Copies. */
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * How much the account has of each asset, without those of which there is none.
     *
     * @param amounts what is reserved for orders included
     */
    record Balances(SortedMap<Currency, Decimal> amounts) implements KrakenMessage {

        /** Copies. */
        public Balances {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }

    /**
     * The answer to a command.
     *
     * @param method the command, such as {@code add_order}
     * @param request the number it was sent under; null if it had none
     * @param error why it was refused; null if it was done
     * @param parts what became of each order it was about; empty if it names none
     * @param at when it was answered; null if the venue does not say
     */
    record Answer(
            String method,
            @Nullable Long request,
            @Nullable String error,
            List<Part> parts,
            @Nullable Instant at) implements KrakenMessage {

        /** Copies. */
        public Answer {
            parts = List.copyOf(parts);
        }
    }

    /**
     * What became of one order of a command.
     *
     * @param order which
     * @param error why it was refused; null if it was done
     */
    record Part(OrderName order, @Nullable String error) {}

    /**
     * What happened to orders, as a stream tells it.
     *
     * @param messages what is told; empty if it is nothing that a broker tells
     * @param names of all orders it is about, both names where it says both
     * @param amended orders that were changed; by which request it does not say
     * @param sequence the number of the message on its line; null if it has none
     * @param snapshot whether it tells how things are, not what happens
     */
    record News(
            List<VenueMessage> messages,
            List<OrderName> names,
            List<OrderName> amended,
            @Nullable Long sequence,
            boolean snapshot)
            implements KrakenMessage {

        /** Copies. */
        public News {
            messages = List.copyOf(messages);
            names = List.copyOf(names);
            amended = List.copyOf(amended);
        }
    }

    /**
     * What opens a private stream.
     *
     * @param token what subscriptions carry
     * @param seconds until when a stream must be opened by it
     */
    record Token(Secret token, long seconds) implements KrakenMessage {}

    /** The venue's clock. */
    record ServerTime(Instant at) implements KrakenMessage {}

    /**
     * What a key may do.
     *
     * @param name what its owner calls it
     * @param permissions the venue's words, such as {@code query-funds}, {@code trade} or {@code withdraw-funds}
     */
    record KeyInfo(String name, List<String> permissions) implements KrakenMessage {

        /** Copies. */
        public KeyInfo {
            permissions = List.copyOf(permissions);
        }
    }

    /** A sign of life, such as {@code pong} or {@code heartbeat}. */
    record Alive(String what) implements KrakenMessage {}
}
