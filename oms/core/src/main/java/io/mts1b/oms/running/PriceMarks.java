package io.mts1b.oms.running;

import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Which of the prices that are published mark their instruments, and in which session. */
final class PriceMarks {

    private final InstantSource clock;
    private final Duration aheadBy;

    /**
     * Makes them.
     *
     * @param aheadBy by how much the clock of who publishes may be ahead of ours
     */
    PriceMarks(InstantSource clock, Duration aheadBy) {
        this.clock = clock;
        this.aheadBy = aheadBy;
    }

    /** Tells whether something is of a time that has not come. */
    boolean isAhead(Instant at) {
        return at.isAfter(clock.instant().plus(aheadBy));
    }

    /**
     * Returns the mark of a price, for the caller to write down; what funds were worth before it then is. None if the price
     * is of the future, or older than the last of its instrument. On the writer's thread.
     */
    Optional<OmsEvent.MarketMarked> next(Oms oms, InstrumentId id, Price price, Instant at) {
        // A price that was of the future itself, when a clock was wrong, holds up no other.
        boolean isOld = oms.state()
                .pricedAt(id)
                .filter(last -> at.isBefore(last) && !isAhead(last))
                .isPresent();
        if (isOld || isAhead(at)) {
            return Optional.empty();
        }
        LocalDate session = session(oms.state(), at);
        NavDesk.beforeMark(oms, session);
        return Optional.of(new OmsEvent.MarketMarked(session, MarketSnapshot.of(at, Map.of(id, price))));
    }

    /** A late price of one instrument does not turn back the session that others have begun. */
    private LocalDate session(OmsState state, Instant at) {
        LocalDate own = day(at);
        LocalDate last = day(clock.instant().plus(aheadBy));
        return state.session()
                .filter(begun -> begun.isAfter(own) && !begun.isAfter(last))
                .orElse(own);
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
