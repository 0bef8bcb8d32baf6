package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a message of Interactive Brokers says, in the values of the port. The set is closed. */
public sealed interface IbkrMessage {

    /**
     * Something of one account.
     *
     * @param account its number
     * @param what the thing
     * @param <T> what it is
     */
    record Of<T>(String account, T what) {}

    /**
     * The venue refuses, in its own words.
     *
     * @param error why
     */
    record Refused(String error) implements IbkrMessage {}

    /**
     * Commands were taken.
     *
     * @param orders what the venue calls each order, and where it stands
     */
    record Taken(List<Placed> orders) implements IbkrMessage {

        /** Copies. */
        public Taken {
            orders = List.copyOf(orders);
        }
    }

    /**
     * One order of a command.
     *
     * @param venues what the venue calls it
     * @param standing where it stands
     */
    record Placed(String venues, VenueOrder.Standing standing) {}

    /**
     * The venue asks before it takes an order, and takes it only when that is confirmed.
     *
     * @param id what the answer names
     * @param warnings what the venue calls them
     * @param text its words
     */
    record Asked(String id, List<String> warnings, String text) implements IbkrMessage {

        /** Copies. */
        public Asked {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Orders of all accounts of the user.
     *
     * @param orders in the venue's order
     * @param snapshot whether it is all there is; the first list after a while is not
     */
    record Orders(List<Of<VenueOrder>> orders, boolean snapshot) implements IbkrMessage {

        /** Copies. */
        public Orders {
            orders = List.copyOf(orders);
        }
    }

    /**
     * Fills of all accounts of the user, told or asked for.
     *
     * @param fills of a fill that was corrected, the last correction alone
     */
    record Fills(List<Of<VenueFill>> fills) implements IbkrMessage {

        /** Copies. */
        public Fills {
            fills = List.copyOf(fills);
        }
    }

    /**
     * A page of what an account holds.
     *
     * @param quantities signed, those that are zero included
     */
    record Positions(SortedMap<InstrumentId, Decimal> quantities) implements IbkrMessage {

        /** Copies. */
        public Positions {
            quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
        }
    }

    /**
     * How much money an account has.
     *
     * @param amounts without those that are zero
     */
    record Balances(SortedMap<Currency, Decimal> amounts) implements IbkrMessage {

        /** Copies. */
        public Balances {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }

    /**
     * Where the session with the brokerage stands.
     *
     * @param authenticated whether it may trade
     * @param competing whether somebody else has it
     * @param session what opens the stream; null if it is not told
     */
    record Status(
            boolean authenticated,
            boolean competing,
            @Nullable Secret session) implements IbkrMessage {}

    /**
     * Who is signed in at the gateway.
     *
     * @param user the name
     * @param accessed when that was last looked at, by the venue's clock
     */
    record SignedIn(String user, Instant accessed) implements IbkrMessage {}

    /**
     * The accounts of the user.
     *
     * @param numbers their numbers
     * @param paper whether they are on paper; null if it is not told
     */
    record Accounts(List<String> numbers, @Nullable Boolean paper) implements IbkrMessage {

        /** Copies. */
        public Accounts {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * Contracts on shares, by symbol.
     *
     * @param listings in the venue's order
     */
    record Listings(List<Listing> listings) implements IbkrMessage {

        /** Copies. */
        public Listings {
            listings = List.copyOf(listings);
        }
    }

    /**
     * One contract.
     *
     * @param symbol as the venue spells it
     * @param exchange as the venue calls it
     * @param conid its number
     */
    record Listing(String symbol, String exchange, long conid) {}

    /**
     * What happens to orders; of each only what changed need be told.
     *
     * @param orders of all accounts of the user
     */
    record News(List<Of<Change>> orders) implements IbkrMessage {

        /** Copies. */
        public News {
            orders = List.copyOf(orders);
        }
    }

    /**
     * What happened to one order.
     *
     * @param name what it is called
     * @param standing where it stands; null if that is not told
     * @param filled how much has traded; null if that is not told
     * @param reason why it is gone; empty if it is not told
     */
    record Change(
            OrderName name,
            VenueOrder.@Nullable Standing standing,
            @Nullable Quantity filled,
            String reason) {}

    /**
     * Something that was done, or a sign of life.
     *
     * @param what such as {@code hb}, {@code tic} or {@code waiting for session}
     */
    record Told(String what) implements IbkrMessage {}

    /**
     * What an element of a Flex statement says.
     *
     * @param statement executions, positions and cash
     */
    record Flex(FlexStatement statement) implements IbkrMessage {}
}
