package io.mts1b.brokers.paper;

import io.mts1b.foundation.marketdata.Bar;
import io.mts1b.foundation.marketdata.PriceRange;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.orders.TradingCosts;
import java.util.Optional;

/**
 * What a bar does to an order.
 *
 * <p>At the open an order takes what is offered and pays the slippage, but never beyond its limit. Later in
 * the bar a limit order that the price passes is hit at its limit. Where only the bar's high or low could
 * tell whether something happened first, it did not: a stop-limit order that is triggered within the bar
 * trades at its stop at the earliest, and a touch of the limit without passing it fills nothing.
 *
 * @param traded at what price the order traded; empty if it did not
 * @param triggered whether a stop was passed, now or before
 */
record Match(Optional<Traded> traded, boolean triggered) {

    private static final Match NOTHING = new Match(Optional.empty(), false);

    /** A trade, and how it came about. */
    record Traded(Price price, boolean atOpen, Liquidity liquidity) {}

    static Match of(Order order, boolean triggeredBefore, Bar bar, Price tick, TradingCosts costs) {
        Market market = new Market(order, bar.range(), tick, costs);
        return switch (order.type()) {
            case OrderType.Market _ -> filled(market.take(bar.open(), true));
            case OrderType.MarketableLimit type ->
                market.atOpenWithin(type.limit()).orElse(NOTHING);
            case OrderType.Limit type -> market.limit(type.limit());
            case OrderType.Stop type -> market.stop(type.stop());
            case OrderType.StopLimit type ->
                triggeredBefore ? market.limit(type.limit()) : market.stopLimit(type.stop(), type.limit());
        };
    }

    private static Match filled(Traded traded) {
        return new Match(Optional.of(traded), true);
    }

    /** One order before one bar. */
    private record Market(Order order, PriceRange range, Price tick, TradingCosts costs) {

        boolean buys() {
            return order.side().sign() > 0;
        }

        /** Whether a price is at least as good for the order as another. */
        boolean within(Price price, Price limit) {
            return buys() ? price.compareTo(limit) <= 0 : price.compareTo(limit) >= 0;
        }

        Traded take(Price reference, boolean atOpen) {
            return new Traded(costs.worsen(reference, order.side(), tick), atOpen, Liquidity.TAKER);
        }

        Optional<Match> atOpenWithin(Price limit) {
            if (!within(range.open(), limit)) {
                return Optional.empty();
            }
            Traded taken = take(range.open(), true);
            return Optional.of(filled(within(taken.price(), limit) ? taken : new Traded(limit, true, Liquidity.TAKER)));
        }

        Match limit(Price limit) {
            Optional<Match> atOpen = atOpenWithin(limit);
            boolean waits = switch (order.timeInForce()) {
                case DAY, GTC -> true;
                case IOC, FOK, OPG -> false;
            };
            Price best = buys() ? range.low() : range.high();
            boolean passed = within(best, limit) && !best.equals(limit);
            return atOpen.orElse(
                    waits && passed
                            ? filled(new Traded(limit, false, Liquidity.MAKER))
                            : new Match(Optional.empty(), true));
        }

        Match stop(Price stop) {
            if (within(stop, range.open())) {
                return filled(take(range.open(), true));
            }
            Price worst = buys() ? range.high() : range.low();
            return within(stop, worst) && order.timeInForce() != TimeInForce.OPG ? filled(take(stop, false)) : NOTHING;
        }

        Match stopLimit(Price stop, Price limit) {
            if (within(stop, range.open())) {
                return atOpenWithin(limit).orElse(new Match(Optional.empty(), true));
            }
            Price worst = buys() ? range.high() : range.low();
            if (!within(stop, worst) || order.timeInForce() == TimeInForce.OPG) {
                return NOTHING;
            }
            Traded taken = take(stop, false);
            return within(taken.price(), limit) ? filled(taken) : new Match(Optional.empty(), true);
        }
    }
}
