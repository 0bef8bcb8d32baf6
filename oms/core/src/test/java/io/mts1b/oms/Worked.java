package io.mts1b.oms;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.omsalgos.Algo;
import io.mts1b.omsalgos.ChildType;
import io.mts1b.omsalgos.ImpactModel;
import io.mts1b.omsalgos.Route;
import io.mts1b.omsalgos.VolumeProfile;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.riskengine.RiskEngine;
import io.mts1b.riskengine.gates.CroAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A parent that is worked through the system over a line, by processes that may die. */
final class Worked {

    static final OrderId PARENT = new OrderId("p");
    static final InstrumentId ELSEWHERE = InstrumentId.parse("AAPL.ARCX");
    private static final Duration HORIZON = Duration.ofMinutes(10);

    final DeadlyLog log;
    final ManualClock clock = new ManualClock(Desk.NOW);
    final Pit venue;
    private final DeadlyLog.Killer killer;
    private @Nullable Oms oms;
    int deaths;
    /** What the chief risk officer says of an order at once, once he is asked; null for nothing. */
    Function<Order, @Nullable CroAnswer> officer = _ -> null;

    Worked(Pit venue, DeadlyLog.Killer killer) {
        this(venue, killer, new DeadlyLog());
    }

    /** Goes on with what another process has written. */
    Worked(Pit venue, DeadlyLog.Killer killer, DeadlyLog log) {
        this.log = log;
        this.venue = venue;
        this.killer = killer;
    }

    /** All algos there are, by name, over ten minutes. */
    static Map<String, Algo> algos() {
        ImpactModel impact = new ImpactModel(HORIZON, 0.5, 0.01, 1e-6, 1e-3);
        Map<String, Algo> algos = new LinkedHashMap<>();
        algos.put("twap", new Algo.Twap(HORIZON, 5, Rate.parse("0.2"), ChildType.MARKETABLE_LIMIT));
        algos.put("vwap", new Algo.Vwap(HORIZON, new VolumeProfile(List.of(3.0, 1.0, 2.0, 1.0, 3.0)), ChildType.LIMIT));
        algos.put("pov", new Algo.Pov(Rate.parse("0.3"), Duration.ofMinutes(3), HORIZON, ChildType.LIMIT));
        algos.put("iceberg", new Algo.Iceberg(Quantity.of(100), Quantity.of(20), HORIZON));
        algos.put("almgren-chriss", new Algo.AlmgrenChriss(HORIZON, 5, impact, 1e-5, ChildType.MARKETABLE_LIMIT));
        algos.put("shortfall", new Algo.ImplementationShortfall(HORIZON, 5, impact, 1e-5, 0.5, null, ChildType.LIMIT));
        algos.put("sniper", new Algo.Sniper(Quantity.of(50), Rate.parse("0.5"), HORIZON));
        algos.put(
                "router",
                new Algo.Router(
                        List.of(new Route(Desk.AAPL, Price.parse("0.01")), new Route(ELSEWHERE, Price.parse("0"))),
                        HORIZON));
        return algos;
    }

    /** Buys 600 at 101 or below. */
    static Order parent() {
        return Desk.order(PARENT.value(), Side.BUY, 600)
                .type(new OrderType.Limit(Price.parse("101")))
                .build();
    }

    static Quote quote(InstrumentId instrument, String bid, long size, Instant at) {
        Price price = Price.parse(bid);
        return new Quote(instrument, price, price.plus(Price.parse("0.02")), Quantity.of(size), Quantity.of(size), at);
    }

    static Trade trade(String id, long quantity, Instant at) {
        return new Trade(id, Desk.AAPL, Price.parse("100"), Quantity.of(quantity), Aggressor.BUYER, at);
    }

    /** Who does not know whether it was done wants it again. */
    void insist(Consumer<Oms> what) {
        while (true) {
            try {
                what.accept(live());
                return;
            } catch (DeadlyLog.Killed e) {
                died();
            }
        }
    }

    private void died() {
        deaths++;
        killer.bury(log);
        oms = null;
    }

    Oms live() {
        while (oms == null) {
            try {
                killer.plan(log);
                oms = begin();
            } catch (DeadlyLog.Killed e) {
                died();
            }
        }
        return oms;
    }

    private Oms begin() {
        Oms begun = Oms.open(log, new RiskEngine(RiskEngine.Mode.FAIL_FAST), OmsPolicy.STANDARD, clock);
        List<OmsEvent> setUp = setUp();
        for (OmsEvent event : setUp.subList(Math.min(log.events.size(), setUp.size()), setUp.size())) {
            begun.accept(event);
        }
        venue.listener = message -> begun.onVenue(Counter.NOTES, message);
        begun.connect(venue);
        begun.veto().connect((order, _) -> {
            CroAnswer answer = officer.apply(order);
            if (answer != null) {
                begun.veto().answer(order.orderId(), answer);
            }
        });
        return begun;
    }

    private static List<OmsEvent> setUp() {
        ContractTerms terms = new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.of(1), Currency.USD);
        Instrument elsewhere = new Instrument.Equity(ELSEWHERE, terms);
        List<OmsEvent> events = new ArrayList<>(Desk.setUp());
        events.add(new OmsEvent.EnvelopeSet(
                RiskEnvelope.builder(Money.parse("1000000 USD"))
                        .envelopeId(new EnvelopeId("alpha"))
                        .version(2)
                        .fund(Desk.FUND)
                        .maxPosition(Rate.parse("0.5"))
                        .maxSector(Rate.ONE)
                        .maxOrderNotional(Money.parse("500000 USD"))
                        .allowedOrderTypes(List.of(OrderType.Kind.LIMIT, OrderType.Kind.MARKETABLE_LIMIT))
                        .notes("what algos use")
                        .createdAt(Desk.NOW)
                        .build(),
                new ActorId("ops")));
        events.add(new OmsEvent.InstrumentListed(elsewhere, Classification.unknown(elsewhere)));
        events.add(new OmsEvent.MarketMarked(
                Desk.TODAY, MarketSnapshot.of(Desk.NOW, Map.of(ELSEWHERE, Price.parse("100")))));
        return events;
    }

    ParentState state() {
        return live().state().parents().parent(PARENT).orElseThrow();
    }

    /** Returns the children that were made. */
    List<OrderState> children() {
        List<OrderState> children = new ArrayList<>();
        live().state().forEachOrder(order -> {
            if (order.order().links().contains(new OrderLink.ChildOf(PARENT))) {
                children.add(order);
            }
        });
        return children;
    }

    /** Returns what children have traded or may trade. */
    Quantity committed() {
        Quantity sum = Quantity.ZERO;
        for (OrderState child : children()) {
            sum = sum.plus(child.status().isFinal() ? child.filled() : child.ordered());
        }
        return sum;
    }
}
