package io.mts1b.portfolio.rebalancing;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import java.util.Objects;

/** The trades of a rebalancing, or the reason why there are none. */
public sealed interface TradeList {

    /**
     * The trades, in the order in which to send them.
     *
     * @param trades those that are worth their cost and can be paid, closing ones first
     * @param skipped those that are not, with the reason
     * @param cashAfter the cash once all trades are done
     */
    record Planned(List<PricedTrade> trades, List<Skipped> skipped, Money cashAfter) implements TradeList {

        /** Validates, and copies. */
        public Planned {
            trades = List.copyOf(trades);
            skipped = List.copyOf(skipped);
            Objects.requireNonNull(cashAfter, "cashAfter");
        }
    }

    /**
     * Nothing can be planned.
     *
     * @param instrument which one stands in the way
     * @param reason why, for programs
     * @param detail why, for people: what must be, and what was
     */
    record Refused(InstrumentId instrument, Reason reason, String detail) implements TradeList {

        /** Validates. */
        public Refused {
            Objects.requireNonNull(instrument, "instrument");
            Objects.requireNonNull(reason, "reason");
            Require.that(!detail.isEmpty(), "detail must not be empty");
        }
    }

    /** Why nothing can be planned. */
    enum Reason {
        /** A price is zero or below. */
        PRICE_NOT_POSITIVE,
        /** An instrument is priced in another currency than the fund counts in. */
        OTHER_CURRENCY,
        /** The fund is worth nothing, so that a share of it is not either. */
        VALUE_NOT_POSITIVE
    }

    /**
     * A trade that is left out.
     *
     * @param trade the trade
     * @param why the reason
     */
    record Skipped(PricedTrade trade, Why why) {

        /** Validates. */
        public Skipped {
            Objects.requireNonNull(trade, "trade");
            Objects.requireNonNull(why, "why");
        }
    }

    /** Why a trade is left out. */
    enum Why {
        /** It moves less than the least that is worth a trade. */
        TOO_SMALL,
        /** It costs too large a part of what it moves. */
        TOO_COSTLY,
        /** Not one lot of it can be paid. */
        NO_CASH
    }
}
