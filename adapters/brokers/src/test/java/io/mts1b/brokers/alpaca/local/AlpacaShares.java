package io.mts1b.brokers.alpaca.local;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.alpaca.AlpacaBroker;
import io.mts1b.brokers.alpaca.AlpacaSettings;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.local.Protocol;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shares at Alpaca, where the key is looked at, and each replacement is another order. */
final class AlpacaShares implements Protocol<AlpacaBroker> {

    static final InstrumentId SHARE = InstrumentId.parse("AAPL.ALPACA");
    static final InstrumentId PAIR = InstrumentId.parse("BTC-USD.ALPACA");
    static final String KEY = "LOCALKEY";
    private static final Secret SECRET = Secret.of("local secret");

    private final List<String> permissions;
    private final List<String> mayMoveFunds;
    private @Nullable AlpacaVenue venue;

    AlpacaShares(List<String> permissions, List<String> mayMoveFunds) {
        this.permissions = permissions;
        this.mayMoveFunds = mayMoveFunds;
    }

    /** With an account that lets nothing out. */
    static AlpacaShares trading() {
        return new AlpacaShares(AlpacaVenue.Account.TRADES, List.of());
    }

    @Override
    public InstrumentId instrument() {
        return SHARE;
    }

    @Override
    public LocalMarket market(InstantSource clock, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        LocalMarket.Listing share = new LocalMarket.Listing(null, terms, Price.parse("100"), 30, LocalMarket.Fees.NONE);
        LocalMarket.Listing pair =
                new LocalMarket.Listing(Currency.parse("BTC"), terms, Price.parse("100"), 30, LocalMarket.Fees.NONE);
        return new LocalMarket(
                clock,
                random,
                new TreeMap<>(Map.of(SHARE, share, PAIR, pair)),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000_000))));
    }

    @Override
    public LocalVenue venue(LocalMarket market, InstantSource clock) {
        AlpacaVenue made = new AlpacaVenue(
                market,
                new AlpacaVenue.Account(KEY, SECRET, permissions, Processes.unlimited(clock), Duration.ofDays(365)),
                Symbology.house(),
                clock);
        venue = made;
        return made;
    }

    /** What the venue that was made last calls things. */
    AlpacaOrders orders() {
        return Objects.requireNonNull(venue, "make a venue first").orders();
    }

    @Override
    public String stream() {
        return AlpacaVenue.STREAM;
    }

    @Override
    public AlpacaBroker broker(URI api, InstantSource clock, VenueLink link, VenueListener listener) {
        return new AlpacaBroker(
                new AlpacaSettings(Orders.BROKER, api, KEY, Duration.ofSeconds(10), mayMoveFunds),
                new AlpacaBroker.Surroundings(SECRET, Symbology.house(), clock, Processes.unlimited(clock)),
                link,
                listener);
    }

    @Override
    public ConfinedAccount<AlpacaBroker> confined(Consumer<Consumer<AlpacaBroker>> thread) {
        return new ConfinedAccount<>(Orders.BROKER, thread);
    }

    @Override
    public List<String> names(LocalOrder order) {
        return orders().all().stream()
                .filter(revision -> revision.order().equals(order))
                .map(Revision::id)
                .toList();
    }

    @Override
    public String name(LocalFill fill) {
        return orders().executions().stream()
                .filter(execution -> execution.fill().equals(fill))
                .map(execution -> AlpacaWords.fillName(execution.revision(), execution.traded()))
                .findFirst()
                .orElseThrow();
    }
}
