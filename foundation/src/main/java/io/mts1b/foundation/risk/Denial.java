package io.mts1b.foundation.risk;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Why a gate said no, with the numbers that made it say so. The set is closed: people, metrics and
 * tests know every reason there is.
 *
 * <p>A denial is local: the order never left the house. What a venue refuses is a rejection.
 */
public sealed interface Denial {

    /** The wish was seen before; {@code first} is the order that was made of it. */
    record DuplicateKey(IdempotencyKey key, OrderId first) implements Denial {}

    /** Nobody knows the instrument. */
    record UnknownInstrument(InstrumentId instrument) implements Denial {}

    /** The instrument no longer exists. */
    record InstrumentExpired(InstrumentId instrument, Instant expiredAt) implements Denial {}

    /** The price is not a multiple of the tick. */
    record PriceOffTick(Price tick, Price price) implements Denial {}

    /** The quantity is not a multiple of the lot. */
    record QuantityOffLot(Quantity lot, Quantity quantity) implements Denial {}

    /** The side does not fit what is held: SELL more than is long, COVER more than is short, BUY while short. */
    record SideDoesNotFit(Side side, Quantity quantity, Decimal position) implements Denial {}

    /** The fund has no limits, so nothing is allowed. */
    record NoEnvelope() implements Denial {}

    /** The instrument is priced in another currency than the fund's limits, and nobody knows the rate. */
    record OtherCurrency(Currency limits, Currency instrument) implements Denial {}

    /** The fund may not trade. */
    record FundInactive() implements Denial {}

    /** The strategy may not trade for the fund. */
    record StrategyNotAllowed(StrategyId strategy) implements Denial {}

    /** The broker may not be used. */
    record BrokerNotAllowed(BrokerId broker) implements Denial {}

    /** The order type may not be used. */
    record OrderTypeNotAllowed(OrderType.Kind orderType) implements Denial {}

    /** The market may not be traded. */
    record AssetClassNotAllowed(AssetClass assetClass) implements Denial {}

    /** The order is worth more than one order may be. */
    record OrderNotionalAboveLimit(Money limit, Money actual) implements Denial {}

    /** The order is larger than one order may be. */
    record OrderQuantityAboveLimit(Quantity limit, Quantity actual) implements Denial {}

    /** The price the order names is too far from the last one, as a share of that. */
    record PriceTooFar(Price last, Price price, Rate limit, Rate actual) implements Denial {}

    /** The last price is too old to open anything on it. */
    record PriceTooOld(InstrumentId instrument, Duration limit, Duration actual) implements Denial {}

    /** The order could trade with an order of our own, of this fund or another. */
    record CrossesOwnOrder(FundId fund, OrderId resting) implements Denial {}

    /** The fund sends too many orders; {@code actual} counts those of the last second and this one. */
    record OrderRateAboveLimit(int limit, int actual) implements Denial {}

    /** The strategy sends too many orders; {@code actual} counts those of the last second and this one. */
    record StrategyOrderRateAboveLimit(StrategyId strategy, int limit, int actual) implements Denial {}

    /** Too many of the fund's last orders were taken back. */
    record CancelRatioAboveLimit(Rate limit, Rate actual) implements Denial {}

    /** The fund has too many orders open; {@code actual} counts this one. */
    record OpenOrdersAboveLimit(int limit, int actual) implements Denial {}

    /** Nothing is known of what an instrument is worth, so exposure is not known. */
    record NoPrice(InstrumentId instrument) implements Denial {}

    /** What is known of the venue or the position may be wrong, so nothing may add to it. */
    record InDoubt(String cause) implements Denial {}

    /** The position would be a larger share of the fund than one may be. */
    record PositionAboveLimit(InstrumentId instrument, Rate limit, Rate actual) implements Denial {}

    /** The position would be worth more than one may be. */
    record PositionValueAboveLimit(InstrumentId instrument, Money limit, Money actual) implements Denial {}

    /** The absolute positions would add up to too much. */
    record GrossAboveLimit(Rate limit, Rate actual) implements Denial {}

    /** The signed positions would add up to too much, either way. */
    record NetAboveLimit(Rate limit, Rate actual) implements Denial {}

    /** The gross exposure to a sector would be too much. */
    record SectorAboveLimit(String sector, Rate limit, Rate actual) implements Denial {}

    /** The gross exposure to an asset class would be too much. */
    record AssetClassAboveLimit(AssetClass assetClass, Rate limit, Rate actual) implements Denial {}

    /** The gross exposure to a country would be too much. */
    record CountryAboveLimit(String country, Rate limit, Rate actual) implements Denial {}

    /** Somebody stopped the trading. */
    record Halted(HaltRequest halt) implements Denial {}

    /** The price has passed the stop of the position, which is being closed. */
    record StopPassed(InstrumentId instrument) implements Denial {}

    /** The fund has lost too much to add exposure. */
    record LossAboveLimit(LossPeriod period, Rate limit, Rate actual) implements Denial {}

    /** Selling short is not allowed. */
    record ShortingDisabled() implements Denial {}

    /** Borrowing the security costs too much per year. */
    record BorrowFeeAboveLimit(Rate limit, Rate actual) implements Denial {}

    /** Nobody has located a loan of the security. */
    record NotLocated(InstrumentId instrument) implements Denial {}

    /** The chief risk officer objects. */
    record Vetoed(String reason, Rate confidence) implements Denial {}

    /** The chief risk officer was asked and did not answer, and silence means no. */
    record VetoUnavailable(String reason) implements Denial {}

    /** A gate itself failed, so nothing is known and nothing is allowed. */
    record GateFailed(Gate gate, String cause) implements Denial {}

    /** Over which time a loss is measured. */
    enum LossPeriod {
        /** Since the close of the last session. */
        DAILY,
        /** Since the close of last week. */
        WEEKLY,
        /** Since the close of last month. */
        MONTHLY
    }

    /**
     * Returns the stable name of the reason, for metrics and other programs.
     *
     * @return the name of the record in capitals, such as {@code POSITION_ABOVE_LIMIT}
     */
    default String code() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    /**
     * Returns the gate that gives this reason.
     *
     * @return the gate
     */
    default Gate gate() {
        return switch (this) {
            case DuplicateKey _ -> Gate.IDEMPOTENCY;
            case UnknownInstrument _, InstrumentExpired _, PriceOffTick _, QuantityOffLot _, SideDoesNotFit _ ->
                Gate.SCHEMA;
            case NoEnvelope _,
                    OtherCurrency _,
                    FundInactive _,
                    StrategyNotAllowed _,
                    BrokerNotAllowed _,
                    OrderTypeNotAllowed _,
                    AssetClassNotAllowed _,
                    OrderNotionalAboveLimit _,
                    OrderQuantityAboveLimit _,
                    PriceTooFar _,
                    PriceTooOld _,
                    CrossesOwnOrder _,
                    OrderRateAboveLimit _,
                    StrategyOrderRateAboveLimit _,
                    CancelRatioAboveLimit _,
                    OpenOrdersAboveLimit _ -> Gate.STATIC;
            case NoPrice _,
                    InDoubt _,
                    PositionAboveLimit _,
                    PositionValueAboveLimit _,
                    GrossAboveLimit _,
                    NetAboveLimit _,
                    SectorAboveLimit _,
                    AssetClassAboveLimit _,
                    CountryAboveLimit _ -> Gate.POSITION;
            case Halted _, StopPassed _, LossAboveLimit _ -> Gate.DRAWDOWN;
            case ShortingDisabled _, BorrowFeeAboveLimit _, NotLocated _ -> Gate.SHORT_SIDE;
            case Vetoed _, VetoUnavailable _ -> Gate.CRO_VETO;
            case GateFailed failed -> failed.gate;
        };
    }
}
