package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.symbology.ContractTerms;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The open lots of one position, all long or all short, oldest first.
 *
 * @param lots the open lots
 */
public record LotBook(List<TaxLot> lots) {

    private static final int AVERAGE_PLACES = 8;

    /** Nothing held. */
    public static final LotBook EMPTY = new LotBook(List.of());

    /** Validates, and copies. */
    public LotBook {
        lots = List.copyOf(lots);
        int side = lots.isEmpty() ? 0 : lots.getFirst().quantity().signum();
        for (TaxLot lot : lots) {
            Require.that(lot.isOpen(), () -> "lots must be open, was " + lot);
            Require.that(lot.quantity().signum() == side, () -> "lots must be all long or all short, was " + lot);
        }
    }

    /**
     * A trade as lots see it.
     *
     * @param lotId the identity of the lot it opens, if it opens one
     * @param quantity how much, with a sign: negative for a sale; not zero
     * @param at when
     * @param price at what price
     * @param adjustment what is paid beside quantity at price, with the sign of the quantity; in the instrument's currency
     */
    public record LotTrade(LotId lotId, Decimal quantity, Instant at, Price price, Decimal adjustment) {

        /** Validates. */
        public LotTrade {
            Objects.requireNonNull(lotId, "lotId");
            Require.that(!quantity.isZero(), "quantity must not be zero");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(price, "price");
            Objects.requireNonNull(adjustment, "adjustment");
        }

        /**
         * Makes a trade that pays its price and nothing else.
         *
         * @param lotId the identity of the lot it opens, if it opens one
         * @param quantity how much, with a sign: negative for a sale; not zero
         * @param at when
         * @param price at what price
         */
        public LotTrade(LotId lotId, Decimal quantity, Instant at, Price price) {
            this(lotId, quantity, at, price, Decimal.ZERO);
        }
    }

    /**
     * What a trade did.
     *
     * @param book the lots that are open now
     * @param closed the lots, or parts of lots, that it closed, in the order it took them
     */
    public record Change(LotBook book, List<TaxLot> closed) {

        /** Copies. */
        public Change {
            Objects.requireNonNull(book, "book");
            closed = List.copyOf(closed);
        }
    }

    /**
     * Returns the quantity held.
     *
     * @return the sum over the lots, negative while short
     */
    public Decimal quantity() {
        Decimal sum = Decimal.ZERO;
        for (TaxLot lot : lots) {
            sum = sum.plus(lot.quantity());
        }
        return sum;
    }

    /**
     * Returns what a unit was opened at on average; adjustments are too small to be seen in it.
     *
     * @return the average opening price of the lots, to eight places; empty while flat
     */
    public Optional<Price> averagePrice() {
        Decimal quantity = quantity();
        if (quantity.isZero()) {
            return Optional.empty();
        }
        Decimal cost = Decimal.ZERO;
        for (TaxLot lot : lots) {
            cost = cost.plus(lot.openPrice().value().times(lot.quantity(), AVERAGE_PLACES, RoundingMode.HALF_EVEN));
        }
        return Optional.of(new Price(cost.dividedBy(quantity, AVERAGE_PLACES, RoundingMode.HALF_EVEN)));
    }

    /**
     * Returns the lots after a trade, closing by rule.
     *
     * @param trade the trade
     * @param method which lots go first
     * @return the lots that are open and those that were closed
     * @throws IllegalArgumentException for SPECID, which needs the lots named
     */
    public Change trade(LotTrade trade, TaxLotMethod method) {
        Require.that(method != TaxLotMethod.SPECID, "SPECID needs the lots to close, none were named");
        return trade(trade, ordered(method));
    }

    /**
     * Returns the lots after a trade that closes named lots.
     *
     * @param trade the trade, not larger than the lots named
     * @param specified the lots to close, in this order
     * @return the lots that are open and those that were closed
     * @throws IllegalArgumentException if a lot is not open here, or the trade is larger than those named
     */
    public Change tradeSpecified(LotTrade trade, List<LotId> specified) {
        List<TaxLot> chosen = new ArrayList<>();
        Decimal available = Decimal.ZERO;
        for (LotId id : specified) {
            TaxLot lot = lots.stream()
                    .filter(candidate -> candidate.lotId().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("lot " + id + " is not open here"));
            Require.that(!chosen.contains(lot), "lot " + id + " must be named once");
            chosen.add(lot);
            available = available.plus(lot.quantity().abs());
        }
        Require.that(
                trade.quantity().abs().compareTo(available) <= 0,
                "quantity must be at most the " + available + " of the lots named, was " + trade.quantity());
        return trade(trade, chosen);
    }

    /**
     * Returns the lots after a corporate action that makes some units of others, or of the same instrument. Nothing of their
     * cost is lost: what a unit cost is rounded, and the lots keep the difference.
     *
     * @param ratio how many units come of how many
     * @param from how the lots are counted
     * @param costs the part of the cost that goes with them, at most one
     * @param to how the lots that come are counted, in the same currency
     * @return the lots that come, and those that stay for the rest of the cost; the cost of what is too small to come is the
     *     next one's
     * @throws ArithmeticException if a quantity or a price does not fit
     */
    public Restated restated(UnitRatio ratio, ContractTerms from, Rate costs, ContractTerms to) {
        List<TaxLot> come = new ArrayList<>();
        List<TaxLot> stay = new ArrayList<>();
        Decimal held = Decimal.ZERO;
        Decimal received = Decimal.ZERO;
        Money carried = Money.zero(to.currency());
        for (TaxLot lot : lots) {
            Money cost = lot.cost(from);
            Money goes = costs.equals(Rate.ONE) ? cost : costs.of(cost, RoundingMode.HALF_EVEN);
            stay.add(lot.restated(lot.quantity(), cost.minus(goes), from));
            carried = carried.plus(goes);
            held = held.plus(lot.quantity());
            Decimal units = ratio.times(held).minus(received);
            if (!units.isZero()) {
                come.add(lot.restated(units, carried, to));
                received = received.plus(units);
                carried = Money.zero(to.currency());
            }
        }
        if (!come.isEmpty() && carried.signum() != 0) {
            TaxLot last = come.removeLast();
            come.add(last.restated(last.quantity(), last.cost(to).plus(carried), to));
            carried = Money.zero(to.currency());
        }
        return new Restated(new LotBook(come), new LotBook(stay), carried);
    }

    /**
     * What a corporate action makes of lots.
     *
     * @param come the lots that come of them
     * @param stay the lots themselves, for the cost that did not go
     * @param lost the cost of what is so little that nothing comes of it; zero if anything comes
     */
    public record Restated(LotBook come, LotBook stay, Money lost) {

        /** Validates. */
        public Restated {
            Objects.requireNonNull(come, "come");
            Objects.requireNonNull(stay, "stay");
            Objects.requireNonNull(lost, "lost");
        }
    }

    /**
     * Returns the lots with others of the same instrument, each as old as it is. Long and short ones close each other at
     * what the others cost.
     *
     * @param others what is added
     * @param at when
     * @param method which of these lots go first, if they are closed; not SPECID
     * @return the lots that are open and those that were closed
     */
    public Change with(LotBook others, Instant at, TaxLotMethod method) {
        LotBook book = this;
        List<TaxLot> closed = new ArrayList<>();
        for (TaxLot lot : others.lots) {
            boolean closes = !book.lots.isEmpty()
                    && book.lots.getFirst().quantity().signum()
                            != lot.quantity().signum();
            if (closes) {
                Change change = book.trade(
                        new LotTrade(lot.lotId(), lot.quantity(), at, lot.openPrice(), lot.adjustment()), method);
                book = change.book;
                closed.addAll(change.closed);
            } else {
                List<TaxLot> open = new ArrayList<>(book.lots);
                int place = open.size();
                while (place > 0 && open.get(place - 1).openedAt().isAfter(lot.openedAt())) {
                    place--;
                }
                open.add(place, lot);
                book = new LotBook(open);
            }
        }
        return new Change(book, closed);
    }

    private Change trade(LotTrade trade, List<TaxLot> order) {
        if (lots.isEmpty()
                || lots.getFirst().quantity().signum() == trade.quantity().signum()) {
            List<TaxLot> open = new ArrayList<>(lots);
            open.add(opened(trade, trade.quantity(), trade.adjustment()));
            return new Change(new LotBook(open), List.of());
        }
        List<TaxLot> open = new ArrayList<>(lots);
        List<TaxLot> closed = new ArrayList<>();
        Decimal left = trade.quantity();
        Decimal beside = trade.adjustment();
        for (TaxLot lot : order) {
            if (left.isZero()) {
                break;
            }
            Decimal taken = lot.quantity().abs().min(left.abs());
            Decimal part = lot.quantity().signum() > 0 ? taken : taken.negated();
            Decimal own = TaxLot.share(lot.adjustment(), part, lot.quantity());
            Decimal others = TaxLot.share(beside, part.negated(), left);
            closed.add(closed(lot, part, own.plus(others), trade));
            replace(open, lot, part, own);
            left = left.plus(part);
            beside = beside.minus(others);
        }
        if (!left.isZero()) {
            open.add(opened(trade, left, beside));
        }
        return new Change(new LotBook(open), closed);
    }

    private static void replace(List<TaxLot> open, TaxLot lot, Decimal part, Decimal adjustment) {
        int at = open.indexOf(lot);
        Decimal rest = lot.quantity().minus(part);
        if (rest.isZero()) {
            open.remove(at);
        } else {
            Decimal left = lot.adjustment().minus(adjustment);
            open.set(at, new TaxLot(lot.lotId(), rest, lot.openedAt(), lot.openPrice(), left, null));
        }
    }

    private static TaxLot opened(LotTrade trade, Decimal quantity, Decimal adjustment) {
        return new TaxLot(trade.lotId(), quantity, trade.at(), trade.price(), adjustment, null);
    }

    private static TaxLot closed(TaxLot lot, Decimal part, Decimal adjustment, LotTrade trade) {
        return new TaxLot(
                lot.lotId(),
                part,
                lot.openedAt(),
                lot.openPrice(),
                adjustment,
                new TaxLot.Closing(trade.at(), trade.price()));
    }

    private List<TaxLot> ordered(TaxLotMethod method) {
        return switch (method) {
            case FIFO, SPECID -> lots;
            case LIFO -> lots.reversed();
            // The sort is stable: equal prices keep their age.
            case HIFO ->
                lots.stream()
                        .sorted(Comparator.comparing(TaxLot::openPrice).reversed())
                        .toList();
            case LOIFO ->
                lots.stream().sorted(Comparator.comparing(TaxLot::openPrice)).toList();
        };
    }
}
