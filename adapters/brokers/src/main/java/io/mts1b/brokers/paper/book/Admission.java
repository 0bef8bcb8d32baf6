package io.mts1b.brokers.paper.book;

import io.mts1b.brokers.matching.OrderBook;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.ContractTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a venue takes an order, or a change of one, before it comes to the book. */
final class Admission {

    private final PaperRules rules;
    private final PaperAccount account;

    Admission(PaperRules rules, PaperAccount account) {
        this.rules = rules;
        this.account = account;
    }

    /**
     * Looks at an order as it would be.
     *
     * @param order the order
     * @param quantity how much it would want in all
     * @param type at which prices
     * @param others the orders of the account that may still trade
     * @param book the book of its instrument
     * @param at now
     * @return why it is refused; empty if it is not
     */
    Optional<String> refusal(
            PaperOrder order,
            Quantity quantity,
            OrderType type,
            Collection<PaperOrder> others,
            OrderBook book,
            Instant at) {
        if (!rules.hours().isOpen(order.order.instrument(), at)) {
            return Optional.of("market closed");
        }
        if (order.order.timeInForce() == TimeInForce.OPG) {
            return Optional.of("no opening auction here");
        }
        ContractTerms terms = order.terms;
        if (!quantity.value().isMultipleOf(terms.lot().value())) {
            return Optional.of("quantity must be a multiple of the lot " + terms.lot() + ", was " + quantity);
        }
        return badPrice(type, terms)
                .or(() -> tooSmall(order, quantity, type, book))
                .or(() -> unborrowed(order, quantity, others));
    }

    private static Optional<String> badPrice(OrderType type, ContractTerms terms) {
        return Stream.of(type.limitPrice(), type.stopPrice())
                .flatMap(Optional::stream)
                .filter(price -> !price.isPositive()
                        || !price.value().isMultipleOf(terms.tick().value()))
                .findFirst()
                .map(price -> "price must be a positive multiple of the tick " + terms.tick() + ", was " + price);
    }

    private Optional<String> tooSmall(PaperOrder order, Quantity quantity, OrderType type, OrderBook book) {
        Price best = Price.ofTicks(book.best(!order.buys()), order.terms.tick());
        Price price = type.limitPrice().or(type::stopPrice).orElse(best);
        // An order at whatever the market offers, where it offers nothing, has no value to look at.
        Decimal value = order.terms.value(price, quantity.value()).amount();
        return price.isPositive() && value.compareTo(rules.minimumNotional()) < 0
                ? Optional.of("notional must be at least " + rules.minimumNotional() + ", was " + value)
                : Optional.empty();
    }

    private Optional<String> unborrowed(PaperOrder order, Quantity quantity, Collection<PaperOrder> others) {
        if (order.buys()) {
            return Optional.empty();
        }
        Decimal after = account.position(order.order.instrument())
                .minus(quantity.minus(order.filled).value());
        for (PaperOrder other : others) {
            if (other != order && !other.buys() && other.order.instrument().equals(order.order.instrument())) {
                after = after.minus(other.left().value());
            }
        }
        Quantity available = rules.borrow().available(order.order.instrument());
        return after.signum() < 0 && after.negated().compareTo(available.value()) > 0
                ? Optional.of(
                        "insufficient borrow: would be short " + after.negated() + ", " + available + " available")
                : Optional.empty();
    }
}
