package io.mts1b.riskengine.gates;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.ExchangeRates;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.Denial.LossPeriod;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.Classification;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gates look at: the state of the world as the order management system knows it, and what currencies are worth in it.
 *
 * <p>An implementation answers from memory and does not change while an order is reviewed.
 */
public interface RiskView extends ExchangeRates {

    /**
     * Returns which order was first made of a wish.
     *
     * @param key what makes two submissions the same wish
     * @return the first order with this key, since the log began; empty if there was none
     */
    Optional<OrderId> firstOrder(IdempotencyKey key);

    /**
     * Returns an instrument.
     *
     * @param id its identity
     * @return the instrument; empty if nobody knows it
     */
    Optional<Instrument> instrument(InstrumentId id);

    /**
     * Returns the groups an instrument counts towards.
     *
     * @param instrument the instrument
     * @return its groups, "unknown" where nobody has told
     */
    Classification classification(Instrument instrument);

    /**
     * Returns what an instrument was last worth.
     *
     * @param id its identity
     * @return the price; empty if it never had one
     */
    Optional<Price> lastPrice(InstrumentId id);

    /**
     * Returns when the last price of an instrument was told.
     *
     * @param id its identity
     * @return the time of the price; empty if it never had one
     */
    Optional<Instant> pricedAt(InstrumentId id);

    /**
     * Returns a fund.
     *
     * @param fund its identity
     * @return its configuration; empty if there is none
     */
    Optional<FundConfig> fund(FundId fund);

    /**
     * Returns the limits of a fund.
     *
     * @param fund its identity
     * @return the latest version; empty if it has none
     */
    Optional<RiskEnvelope> envelope(FundId fund);

    /**
     * Returns what a fund holds, what its open orders may still trade, and what both come to.
     *
     * @param fund its identity
     * @return its exposures as of now
     */
    Exposures exposures(FundId fund);

    /**
     * Returns the exposures of all funds.
     *
     * @return one for each fund, in the order of their identities
     */
    Iterable<Exposures> exposures();

    /**
     * Returns how fast a fund sends orders.
     *
     * @param fund its identity
     * @return its flow as of now
     */
    OrderFlow flow(FundId fund);

    /**
     * Returns why what is known of a position may be wrong: the line to the venue is down, what happened meanwhile
     * was not caught up with, or the venue tells something else.
     *
     * @param broker through whom it is traded
     * @param instrument what is held
     * @return the cause, in words; empty if there is no doubt
     */
    Optional<String> doubt(BrokerId broker, InstrumentId instrument);

    /**
     * Returns what a fund has lost.
     *
     * @param fund its identity
     * @param period since when
     * @return the loss as a share of the value then, negative for a gain; empty if the value then is not known
     */
    Optional<Rate> loss(FundId fund, LossPeriod period);

    /**
     * Returns what is halted.
     *
     * @return the halts that nobody has lifted
     */
    List<HaltRequest> halts();

    /**
     * Tells whether an order closes a position because an operator wants everything in its reach closed, or because the
     * position has passed its stop. Such an order passes a halt, if it only closes.
     *
     * @param order the order
     * @return true only if an operator or a stop asked for it; false unless overridden
     */
    default boolean flattens(OrderId order) {
        return false;
    }

    /**
     * Tells whether a position has passed its stop and is being closed, so that nothing may add to it.
     *
     * @param fund whose
     * @param instrument what
     * @return true until the position is gone, or somebody has called its stop off; false unless overridden
     */
    default boolean isStopped(FundId fund, InstrumentId instrument) {
        return false;
    }

    /**
     * Returns the terms of borrowing a security.
     *
     * @param id its identity
     * @return the terms; empty if nobody lends it
     */
    Optional<Borrow> borrow(InstrumentId id);

    /**
     * Returns what the chief risk officer said of an order.
     *
     * @param order the order
     * @return the answer; empty if there is none yet
     */
    Optional<CroAnswer> croAnswer(OrderId order);
}
