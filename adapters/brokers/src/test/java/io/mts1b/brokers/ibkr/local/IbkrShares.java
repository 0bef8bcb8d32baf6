package io.mts1b.brokers.ibkr.local;

import io.mts1b.brokers.ConfinedAccount;
import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.ibkr.IbkrBroker;
import io.mts1b.brokers.ibkr.IbkrSettings;
import io.mts1b.brokers.ibkr.IbkrWarning;
import io.mts1b.brokers.ibkr.QuestionPolicy;
import io.mts1b.brokers.local.LocalFill;
import io.mts1b.brokers.local.LocalMarket;
import io.mts1b.brokers.local.LocalOrder;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.local.Protocol;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.symbology.Symbology;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A share at a gateway that asks about every order, and a policy that confirms some of what it asks. */
record IbkrShares(
        String account,
        boolean paper,
        Set<IbkrWarning> asks,
        QuestionPolicy policy,
        Duration deadline,
        Duration penalty,
        Consumer<IbkrVenue> made)
        implements Protocol<IbkrBroker> {

    static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    static final String ACCOUNT = "DU1234567";

    /** With commands that arrive at once or never. */
    IbkrShares(String account, boolean paper, Set<IbkrWarning> asks, QuestionPolicy policy) {
        this(account, paper, asks, policy, Duration.ofMillis(1), Duration.ofSeconds(1), _ -> {});
    }

    /** Where every order is asked about, and all of that is confirmed. */
    static IbkrShares trading() {
        return new IbkrShares(
                ACCOUNT,
                true,
                EnumSet.of(IbkrWarning.NO_MARKET_DATA, IbkrWarning.MARKET_ORDER_RISK, IbkrWarning.STOP_ORDER_KINDS),
                QuestionPolicy.STANDARD);
    }

    /** The same, where somebody else has the gateway, too. */
    IbkrShares shared(Consumer<IbkrVenue> with) {
        return new IbkrShares(account, paper, asks, policy, deadline, penalty, with);
    }

    /** The same, where who asks too often is not answered for so long. */
    IbkrShares stopping(Duration span) {
        return new IbkrShares(account, paper, asks, policy, deadline, span, made);
    }

    @Override
    public InstrumentId instrument() {
        return SHARE;
    }

    @Override
    public LocalMarket market(InstantSource clock, SplittableRandom random) {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
        return new LocalMarket(
                clock,
                random,
                new TreeMap<>(Map.of(
                        SHARE, new LocalMarket.Listing(null, terms, Price.parse("100"), 30, LocalMarket.Fees.CRYPTO))),
                new TreeMap<>(Map.of(Currency.USD, Decimal.of(1_000_000_000))));
    }

    @Override
    public IbkrVenue venue(LocalMarket market, InstantSource clock) {
        IbkrVenue venue = new IbkrVenue(
                market,
                new IbkrVenue.Account(ACCOUNT, paper, asks, Processes.unlimited(clock), Duration.ofDays(365)),
                Symbology.house(),
                clock);
        made.accept(venue);
        return venue;
    }

    @Override
    public String stream() {
        return IbkrVenue.STREAM;
    }

    @Override
    public IbkrBroker broker(URI api, InstantSource clock, VenueLink link, VenueListener listener) {
        return new IbkrBroker(
                new IbkrSettings(Orders.BROKER, api, account, true, deadline, Duration.ofSeconds(10), policy),
                new IbkrBroker.Surroundings(
                        Symbology.house(),
                        clock,
                        new IbkrBroker.Pacing(
                                Processes.unlimited(clock),
                                Processes.unlimited(clock),
                                Processes.unlimited(clock),
                                penalty)),
                link,
                listener);
    }

    @Override
    public ConfinedBroker<IbkrBroker> confined(Consumer<Consumer<IbkrBroker>> thread) {
        return new ConfinedAccount<>(Orders.BROKER, thread);
    }

    @Override
    public List<String> names(LocalOrder order) {
        return List.of(IbkrWords.order(order));
    }

    @Override
    public String name(LocalFill fill) {
        return IbkrWords.fill(fill);
    }
}
