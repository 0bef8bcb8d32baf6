package io.mts1b.brokers.setup;

import io.mts1b.brokers.fix.FixSession;
import io.mts1b.brokers.fix.FixSymbols;
import io.mts1b.brokers.fix.FixVersion;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.config.Default;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How one counterparty that speaks FIX is reached.
 *
 * @param mode to {@code paper} or to {@code live}; the one field between them
 * @param version what is spoken
 * @param sender what it calls us
 * @param target what we call it
 * @param paper a venue on this machine; without it, none is traded with on paper
 * @param live the counterparty's own; without it, none is traded with live
 * @param store where numbers and messages are kept, in a folder of its own for each mode
 * @param timing how often it is looked whether anybody is there
 * @param user who logs on; null if the counterparty asks for no name
 * @param account tag 1 of all orders; null if the session says enough
 * @param patience how long a command or a question may stay unanswered before it is in doubt
 * @param lists whether it answers message AF, which lists open orders
 * @param instruments what it trades, and what it calls them
 */
public record FixBrokerSettings(
        @Default("paper") BrokerMode mode,
        FixVersion version,
        String sender,
        String target,
        FixSession.@Nullable Endpoint paper,
        FixSession.@Nullable Endpoint live,
        FixSession.Store store,
        FixSession.Timing timing,
        FixSession.@Nullable User user,
        @Nullable String account,
        @Default("20s") Duration patience,
        @Default("true") boolean lists,
        List<Listed> instruments) {

    /** Validates, and copies. */
    public FixBrokerSettings {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(timing, "timing");
        Objects.requireNonNull(patience, "patience");
        Require.that(
                paper == null || Destination.isHere(paper.host()),
                () -> "paper.host must be this machine, was "
                        + Objects.requireNonNull(paper).host());
        Require.that(
                !lists || version.hasMassStatus(),
                "lists must be false in version " + version.version() + ", which has no message AF");
        instruments = List.copyOf(instruments);
        table(instruments);
    }

    /**
     * What the counterparty calls an instrument.
     *
     * @param instrument the instrument
     * @param symbol tag 55
     * @param exchange tag 207; null if the counterparty does not want to be told, and does not tell
     * @param currency of its prices
     */
    public record Listed(
            InstrumentId instrument,
            String symbol,
            @Nullable String exchange,
            Currency currency) {}

    /**
     * Returns the session, as the mode has it.
     *
     * @return where it leads, with which numbers
     * @throws IllegalArgumentException if there is no endpoint for the mode
     */
    public FixSession session() {
        String word = mode == BrokerMode.LIVE ? "live" : "paper";
        FixSession.Endpoint endpoint =
                Require.present(mode == BrokerMode.LIVE ? live : paper, word + " must say where, in mode " + word);
        FixSession.Store own = new FixSession.Store(store.folder().resolve(word), store.forced(), store.resets());
        return new FixSession(version, sender, target, endpoint, own, timing, user);
    }

    /**
     * Returns what it calls instruments.
     *
     * @return the table
     */
    public FixSymbols symbols() {
        return table(instruments);
    }

    private static FixSymbols table(List<Listed> instruments) {
        SortedMap<InstrumentId, FixSymbols.Listing> listings = new TreeMap<>();
        for (Listed one : instruments) {
            FixSymbols.Listing before =
                    listings.put(one.instrument, new FixSymbols.Listing(one.symbol, one.exchange, one.currency));
            Require.that(before == null, "instruments must be named once, " + one.instrument + " is named twice");
        }
        return new FixSymbols(listings);
    }
}
