package io.mts1b.riskengine.gates;

import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a fund may come to hold, whichever of its open orders trade: the worst case per instrument.
 *
 * <p>Of an instrument with {@code q} held, {@code b} still to be bought and {@code s} still to be sold, the
 * fund may end anywhere from {@code q - s} to {@code q + b}. A sale that is on its way frees no limit until
 * it has traded.
 */
final class Exposure {

    /** The most and the least that may be held of one instrument, in money, and where it counts. */
    private record Range(Money least, Money most, Classification classification) {

        Money gross() {
            Money low = least.abs();
            Money high = most.abs();
            return low.compareTo(high) >= 0 ? low : high;
        }
    }

    private final Currency currency;
    private final SortedMap<InstrumentId, Range> ranges = new TreeMap<>();

    Exposure(Currency currency) {
        this.currency = currency;
    }

    void put(InstrumentId instrument, Money least, Money most, Classification classification) {
        ranges.put(instrument, new Range(least, most, classification));
    }

    /** Returns the worst absolute value of one instrument. */
    Money of(InstrumentId instrument) {
        Range range = ranges.get(instrument);
        return range == null ? Money.zero(currency) : range.gross();
    }

    /** Returns the sum of the worst absolute values of the instruments of some groups. */
    Money gross(Predicate<Classification> groups) {
        Money sum = Money.zero(currency);
        for (Range range : ranges.values()) {
            if (groups.test(range.classification)) {
                sum = sum.plus(range.gross());
            }
        }
        return sum;
    }

    /** Returns how far from zero the sum of the signed values may come. */
    Money net() {
        Money least = Money.zero(currency);
        Money most = Money.zero(currency);
        for (Range range : ranges.values()) {
            least = least.plus(range.least);
            most = most.plus(range.most);
        }
        return least.abs().compareTo(most.abs()) >= 0 ? least.abs() : most.abs();
    }
}
