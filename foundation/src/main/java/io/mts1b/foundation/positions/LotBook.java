package io.mts1b.foundation.positions;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
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
        for (TaxLot lot : lots) {
            Require.that(lot.isOpen(), () -> "lots must be open, was " + lot);
            Require.that(
                    lot.quantity().signum() == lots.getFirst().quantity().signum(),
                    () -> "lots must be all long or all short, was " + lot);
        }
    }

    /**
     * A trade as lots see it.
     *
     * @param lotId the identity of the lot it opens, if it opens one
     * @param quantity how much, with a sign: negative for a sale; not zero
     * @param at when
     * @param price at what price
     */
    public record LotTrade(LotId lotId, Decimal quantity, Instant at, Price price) {

        /** Validates. */
        public LotTrade {
            Objects.requireNonNull(lotId, "lotId");
            Require.that(!quantity.isZero(), "quantity must not be zero");
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(price, "price");
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
     * Returns what a unit was opened at on average.
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

    private Change trade(LotTrade trade, List<TaxLot> order) {
        if (lots.isEmpty()
                || lots.getFirst().quantity().signum() == trade.quantity().signum()) {
            List<TaxLot> open = new ArrayList<>(lots);
            open.add(opened(trade, trade.quantity()));
            return new Change(new LotBook(open), List.of());
        }
        List<TaxLot> open = new ArrayList<>(lots);
        List<TaxLot> closed = new ArrayList<>();
        Decimal left = trade.quantity();
        for (TaxLot lot : order) {
            if (left.isZero()) {
                break;
            }
            Decimal taken = lot.quantity().abs().min(left.abs());
            Decimal part = lot.quantity().signum() > 0 ? taken : taken.negated();
            closed.add(closed(lot, part, trade));
            replace(open, lot, part);
            left = left.plus(part);
        }
        if (!left.isZero()) {
            open.add(opened(trade, left));
        }
        return new Change(new LotBook(open), closed);
    }

    private static void replace(List<TaxLot> open, TaxLot lot, Decimal part) {
        int at = open.indexOf(lot);
        Decimal rest = lot.quantity().minus(part);
        if (rest.isZero()) {
            open.remove(at);
        } else {
            open.set(at, new TaxLot(lot.lotId(), rest, lot.openedAt(), lot.openPrice(), null));
        }
    }

    private static TaxLot opened(LotTrade trade, Decimal quantity) {
        return new TaxLot(trade.lotId(), quantity, trade.at(), trade.price(), null);
    }

    private static TaxLot closed(TaxLot lot, Decimal part, LotTrade trade) {
        return new TaxLot(
                lot.lotId(), part, lot.openedAt(), lot.openPrice(), new TaxLot.Closing(trade.at(), trade.price()));
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
