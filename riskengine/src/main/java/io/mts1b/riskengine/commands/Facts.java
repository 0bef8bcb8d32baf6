package io.mts1b.riskengine.commands;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.riskengine.gates.Borrow;
import io.mts1b.riskengine.gates.CroAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The world that an order is checked against, as a file tells it. What is left out is not there: nothing is held, halted, lost
 * or lent.
 *
 * @param at the time of the decision
 * @param fund the fund of the order
 * @param instruments what may be traded, with last prices
 * @param positions what is held, negative while short
 * @param open what is open
 * @param seen which wishes came before
 * @param sent what the fund sent lately
 * @param halts what is halted
 * @param losses what was lost, as shares
 * @param borrows what is lent to us
 * @param doubts what is in doubt
 * @param stopped which positions have passed their stop
 * @param answer what the chief risk officer said of the order
 */
record Facts(
        Instant at,
        FundConfig fund,
        List<Listed> instruments,
        @Nullable SortedMap<InstrumentId, Decimal> positions,
        @Nullable List<Order> open,
        @Nullable List<Seen> seen,
        @Nullable List<Sent> sent,
        @Nullable List<HaltRequest> halts,
        @Nullable SortedMap<LossPeriod, Rate> losses,
        @Nullable SortedMap<InstrumentId, Borrow> borrows,
        @Nullable List<Doubt> doubts,
        @Nullable List<InstrumentId> stopped,
        @Nullable CroAnswer answer) {

    Facts {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(fund, "fund");
        instruments = List.copyOf(instruments);
        Require.that(
                instruments.stream()
                                .map(listed -> listed.instrument.id())
                                .distinct()
                                .count()
                        == instruments.size(),
                "instruments must not come twice");
    }

    /** An instrument, its groups and its last price. */
    record Listed(
            Instrument instrument,
            @Nullable Classification classification,
            @Nullable Price price,
            @Nullable Instant pricedAt) {

        Listed {
            Objects.requireNonNull(instrument, "instrument");
            Require.that(
                    (price == null) == (pricedAt == null),
                    "price and pricedAt of " + instrument.id() + " must come together");
        }
    }

    /** A wish that came before. */
    record Seen(IdempotencyKey key, OrderId order) {}

    /** An order that was sent lately. */
    record Sent(OrderId order, StrategyId strategy, Instant at, boolean canceled) {}

    /** A position that may be another. */
    record Doubt(BrokerId broker, InstrumentId instrument, String cause) {}
}
