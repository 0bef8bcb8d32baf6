package io.mts1b.platform.json;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.BarInterval;
import io.mts1b.foundation.marketdata.BookDelta;
import io.mts1b.foundation.marketdata.BookLevel;
import io.mts1b.foundation.marketdata.BookSide;
import io.mts1b.foundation.marketdata.BookSnapshot;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Replacement;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.Position;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.risk.Denial;
import io.mts1b.foundation.risk.Gate;
import io.mts1b.foundation.risk.GateReport;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.signals.Signal;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.CurrencyPairs;
import io.mts1b.foundation.symbology.ExerciseStyle;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.foundation.symbology.OptionRight;
import io.mts1b.foundation.symbology.SettlementModel;
import io.mts1b.foundation.symbology.Symbol;
import io.mts1b.foundation.symbology.Venue;
import io.mts1b.foundation.time.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** At least one value of every type of foundation that has a JSON form, but for the panel. */
final class Samples {

    static final Instant AT = Instant.parse("2024-07-03T13:30:00.123456789Z");
    static final InstrumentId APPLE = InstrumentId.parse("AAPL.XNAS");
    static final FundId FUND = new FundId("alpha");
    static final StrategyId MOMENTUM = new StrategyId("momentum-12-1");
    static final Price PRICE = Price.parse("-37.63");
    static final Quantity QUANTITY = Quantity.parse("0.015");
    static final Rate RATE = Rate.parse("0.05");
    static final Money MONEY = Money.parse("-12.5 USD");
    static final OrderId ORDER = new OrderId("o-1");
    static final OrderType LIMIT = new OrderType.Limit(Price.parse("101.25"));

    private Samples() {}

    static List<Object> all() {
        List<Object> all = new ArrayList<>();
        all.addAll(values());
        all.addAll(instruments());
        all.addAll(marketData());
        all.addAll(orders());
        all.addAll(orderEvents());
        all.addAll(positions());
        all.addAll(risk());
        all.addAll(denials());
        all.addAll(enums());
        return all;
    }

    private static List<Object> values() {
        return List.of(
                Decimal.parse("-9223372036854775808"),
                Decimal.parse("0.000000000000000001"),
                PRICE,
                QUANTITY,
                RATE,
                MONEY,
                Currency.USD,
                ORDER,
                FUND,
                MOMENTUM,
                new BrokerId("paper"),
                new ActorId("desk:7\"\\"),
                new EnvelopeId("e-1"),
                new EventId("evt-1"),
                new FillId("f-1"),
                new IdempotencyKey("key-1"),
                new LotId("lot-1"),
                new Venue("XNAS"),
                new Symbol("BRK.B"),
                APPLE,
                Subject.parse("mts.v1.oms.fills.created.fund.alpha"),
                new Subject.Partition(Subject.Key.SYMBOL, "AAPL"),
                new Signal.Score(APPLE, -0.1),
                new Signal(MOMENTUM, AT, List.of(new Signal.Score(APPLE, 1e-300))),
                new TargetWeight(FUND, MOMENTUM, APPLE, 1.0 / 3, AT),
                fund(),
                new NavSnapshot(
                        FUND,
                        LocalDate.parse("2024-07-03"),
                        Money.parse("100 USD"),
                        Money.parse("40 USD"),
                        Money.parse("60 USD"),
                        MONEY,
                        Money.zero(Currency.USD)),
                new Session.Break(AT, AT.plusSeconds(60)),
                new Session(
                        LocalDate.parse("2024-07-03"),
                        AT,
                        AT.plusSeconds(3600),
                        List.of(new Session.Break(AT.plusSeconds(60), AT.plusSeconds(120)))));
    }

    private static FundConfig fund() {
        return FundConfig.builder()
                .fund(FUND)
                .name("Älpha \uD83D\uDCC8 fund")
                .targetNav(Money.parse("1000000 USD"))
                .broker(new BrokerId("paper"))
                .addAssetClasses(AssetClass.EQUITIES, AssetClass.FX)
                .addStrategies(MOMENTUM)
                .createdAt(AT)
                .notes("two\nlines and a \"quote\"")
                .build();
    }

    private static ContractTerms terms() {
        return new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.ONE, Currency.USD);
    }

    private static List<Object> instruments() {
        Currency bitcoin = new Currency("BTC");
        return List.of(
                terms(),
                new Classification(AssetClass.EQUITIES, "technology", "US"),
                new Instrument.Equity(APPLE, terms()),
                new Instrument.Option(
                        InstrumentId.parse("AAPL240719C00200000.XCBF"),
                        terms(),
                        APPLE,
                        OptionRight.CALL,
                        Price.parse("200"),
                        ExerciseStyle.AMERICAN,
                        AT),
                new Instrument.Future(InstrumentId.parse("ESU4.XCME"), terms(), new Symbol("ES"), AT),
                new Instrument.FxPair(InstrumentId.parse("EURUSD.IDEALPRO"), terms(), new Currency("EUR")),
                new Instrument.CryptoSpot(InstrumentId.parse("BTC-USD.KRAKEN"), terms(), bitcoin),
                new Instrument.Perpetual(
                        InstrumentId.parse("BTC-PERP.KRAKEN"), terms(), bitcoin, SettlementModel.INVERSE),
                new Instrument.SportsOutcome(InstrumentId.parse("A.BET"), terms(), "Ajax - Feyenoord", "Ajax", AT),
                new Instrument.EventContract(InstrumentId.parse("B.KALSHI"), terms(), "Rain", "yes", AT));
    }

    private static List<Object> marketData() {
        Price bid = Price.parse("99.99");
        Price ask = Price.parse("100.01");
        PriceRange range = new PriceRange(bid, ask, bid, ask);
        BookLevel level = new BookLevel(bid, QUANTITY);
        return List.of(
                range,
                level,
                new Quote(APPLE, bid, ask, QUANTITY, Quantity.ZERO, AT),
                new Trade("t-1", APPLE, PRICE, QUANTITY, Aggressor.UNKNOWN, AT),
                new Bar(APPLE, BarInterval.DAY_1, AT, range, QUANTITY),
                new BookDelta(APPLE, Long.MAX_VALUE, BookSide.BID, PRICE, Quantity.ZERO, AT),
                new BookSnapshot(APPLE, 0, List.of(level), List.of(), AT),
                MarketSnapshot.of(AT, Map.of(APPLE, PRICE, InstrumentId.parse("BRK.B.XNYS"), bid)));
    }

    static Order order() {
        return Order.builder()
                .orderId(ORDER)
                .idempotencyKey(new IdempotencyKey("key-1"))
                .fund(FUND)
                .strategy(MOMENTUM)
                .instrument(APPLE)
                .side(Side.BUY)
                .quantity(Quantity.of(100))
                .type(LIMIT)
                .timeInForce(TimeInForce.DAY)
                .broker(new BrokerId("paper"))
                .actor(new ActorId("momentum"))
                .addLinks(new OrderLink.ChildOf(new OrderId("o-0")))
                .createdAt(AT)
                .build();
    }

    private static Fill fill() {
        return new Fill(new FillId("f-1"), ORDER, APPLE, Side.SHORT, QUANTITY, PRICE, MONEY, Liquidity.MAKER, AT);
    }

    private static List<Object> orders() {
        return List.of(
                order(),
                fill(),
                OrderState.created(order()),
                new Replacement(order().quantity(), LIMIT),
                new OrderType.Market(),
                LIMIT,
                new OrderType.Stop(PRICE),
                new OrderType.StopLimit(PRICE, PRICE),
                new OrderType.MarketableLimit(PRICE),
                new OrderLink.ChildOf(ORDER),
                new OrderLink.CancelsWith(ORDER),
                new OrderLink.TriggeredBy(ORDER),
                new OrderLink.BracketExit(ORDER, OrderLink.Exit.STOP_LOSS));
    }

    private static List<Object> orderEvents() {
        return List.of(
                new OrderEvent.RiskRequested(ORDER, AT),
                new OrderEvent.RiskApproved(ORDER, AT),
                new OrderEvent.RiskDenied(ORDER, AT, "too large"),
                new OrderEvent.Submitted(ORDER, AT),
                new OrderEvent.Accepted(ORDER, AT, "venue-1"),
                new OrderEvent.Rejected(ORDER, AT, "no"),
                new OrderEvent.Filled(fill()),
                new OrderEvent.FillBusted(fill(), AT),
                new OrderEvent.CancelRequested(ORDER, AT),
                new OrderEvent.CancelRejected(ORDER, AT, "too late"),
                new OrderEvent.Canceled(ORDER, AT, ""),
                new OrderEvent.ReplaceRequested(ORDER, AT, QUANTITY, LIMIT),
                new OrderEvent.Replaced(ORDER, AT, QUANTITY, new OrderType.Market()),
                new OrderEvent.ReplaceRejected(ORDER, AT, "no"),
                new OrderEvent.Expired(ORDER, AT),
                new OrderEvent.Lost(ORDER, AT, "line is dead"),
                new Event<>(
                        new EventId("evt-1"),
                        StableSubject.FILLS_CREATED.subject().forFund(FUND),
                        AT,
                        fill()));
    }

    private static List<Object> positions() {
        TaxLot open = new TaxLot(new LotId("lot-1"), Decimal.parse("-5"), AT, PRICE, Decimal.ZERO, null);
        TaxLot.Closing closing = new TaxLot.Closing(AT, PRICE);
        TaxLot closed = new TaxLot(new LotId("lot-2"), Decimal.ONE, AT, PRICE, Decimal.parse("0.000004"), closing);
        LotBook book = new LotBook(List.of(open));
        Money zero = Money.zero(Currency.USD);
        return List.of(
                closing,
                open,
                closed,
                LotBook.EMPTY,
                book,
                UnitRatio.parse("3:2"),
                new LotBook.Restated(book, LotBook.EMPTY, zero),
                new CorporateAction.Split("ca-1", APPLE, AT, UnitRatio.parse("4:1")),
                new CorporateAction.CashDividend("ca-2", APPLE, AT, Money.parse("0.24 USD")),
                new CorporateAction.Conversion(
                        "ca-3", APPLE, AT, UnitRatio.parse("0.35:1"), InstrumentId.parse("MSFT.XNAS")),
                new CorporateAction.SpinOff(
                        "ca-4",
                        APPLE,
                        AT,
                        UnitRatio.parse("1:8"),
                        InstrumentId.parse("MSFT.XNAS"),
                        Rate.parse("0.125")),
                new CorporateAction.Redemption("ca-5", APPLE, AT, PRICE),
                new CurrencyPairs.Pair(new Currency("EUR"), Currency.USD),
                Balances.NONE,
                Balances.parse("-3 EUR, 12.50 USD"),
                new LotBook.LotTrade(new LotId("lot-1"), Decimal.ONE, AT, PRICE),
                new LotBook.Change(book, List.of(closed)),
                Position.value(FUND, APPLE, LotBook.EMPTY, terms(), PRICE, zero, AT),
                Position.value(FUND, APPLE, book, terms(), PRICE, zero, AT));
    }

    private static HaltRequest halt() {
        return new HaltRequest(HaltSeverity.FIRM_HALT, null, null, "fat finger", new ActorId("cro"), AT);
    }

    private static List<Object> risk() {
        return List.of(
                halt(),
                new HaltRequest(HaltSeverity.STRATEGY_HALT, FUND, MOMENTUM, "drift", new ActorId("cro"), AT),
                new RiskDecision.Approved(ORDER, AT, 1),
                new RiskDecision.Denied(ORDER, AT, Integer.MAX_VALUE, List.of(new Denial.FundInactive())),
                new GateReport(new RiskDecision.Approved(ORDER, AT, 1), Duration.ofNanos(950)),
                RiskEnvelope.builder(Money.parse("1000000 USD"))
                        .envelopeId(new EnvelopeId("e-1"))
                        .fund(FUND)
                        .maxOrderQuantity(QUANTITY)
                        .croVetoTimeout(Duration.ofMillis(1_500))
                        .maxPriceAge(Duration.ofMinutes(1))
                        .maxOpenOrders(50)
                        .createdAt(AT)
                        .build());
    }

    private static List<Object> denials() {
        return List.of(
                new Denial.DuplicateKey(new IdempotencyKey("key-1"), ORDER),
                new Denial.UnknownInstrument(APPLE),
                new Denial.InstrumentExpired(APPLE, AT),
                new Denial.PriceOffTick(PRICE, PRICE),
                new Denial.QuantityOffLot(QUANTITY, QUANTITY),
                new Denial.SideDoesNotFit(Side.COVER, QUANTITY, Decimal.ZERO),
                new Denial.NoPrice(APPLE),
                new Denial.NoEnvelope(),
                new Denial.OtherCurrency(Currency.USD, new Currency("EUR")),
                new Denial.FundInactive(),
                new Denial.StrategyNotAllowed(MOMENTUM),
                new Denial.BrokerNotAllowed(new BrokerId("paper")),
                new Denial.OrderTypeNotAllowed(OrderType.Kind.STOP_LIMIT),
                new Denial.AssetClassNotAllowed(AssetClass.CRYPTO),
                new Denial.OrderNotionalAboveLimit(MONEY, MONEY),
                new Denial.OrderQuantityAboveLimit(QUANTITY, QUANTITY),
                new Denial.PriceTooFar(PRICE, PRICE, RATE, RATE),
                new Denial.PriceTooOld(APPLE, Duration.ofSeconds(1), Duration.ofSeconds(2)),
                new Denial.CrossesOwnOrder(FUND, ORDER),
                new Denial.OrderRateAboveLimit(10, 11),
                new Denial.StrategyOrderRateAboveLimit(MOMENTUM, 10, 11),
                new Denial.CancelRatioAboveLimit(RATE, RATE),
                new Denial.OpenOrdersAboveLimit(10, 11),
                new Denial.PositionAboveLimit(APPLE, RATE, RATE),
                new Denial.PositionValueAboveLimit(APPLE, MONEY, MONEY),
                new Denial.GrossAboveLimit(RATE, RATE),
                new Denial.NetAboveLimit(RATE, RATE),
                new Denial.SectorAboveLimit("technology", RATE, RATE),
                new Denial.AssetClassAboveLimit(AssetClass.FX, RATE, RATE),
                new Denial.CountryAboveLimit("US", RATE, RATE),
                new Denial.InDoubt("the line to paper is down"),
                new Denial.Halted(halt()),
                new Denial.StopPassed(APPLE),
                new Denial.LossAboveLimit(Denial.LossPeriod.WEEKLY, RATE, RATE),
                new Denial.ShortingDisabled(),
                new Denial.BorrowFeeAboveLimit(RATE, RATE),
                new Denial.NotLocated(APPLE),
                new Denial.Vetoed("no", RATE),
                new Denial.VetoUnavailable("timeout"),
                new Denial.GateFailed(Gate.CRO_VETO, "bug"));
    }

    /** Every constant of every enum that has one. */
    private static List<Object> enums() {
        List<Object> constants = new ArrayList<>();
        for (Class<?> type : FoundationClasses.all()) {
            if (type.isEnum()) {
                constants.addAll(List.of(type.getEnumConstants()));
            }
        }
        return constants;
    }
}
