package io.mts1b.foundation.risk;

/** The seven gates an order passes, in this order. */
public enum Gate {
    /** The wish was not seen before, ever. */
    IDEMPOTENCY,
    /** The order makes sense: known instrument, price on the tick, quantity in lots, side that fits the position. */
    SCHEMA,
    /** Broker, order type, asset class, strategy, size, price and pace are allowed, and no own order is in the way. */
    STATIC,
    /** The position and the exposures it leads to are within limits. */
    POSITION,
    /** The fund is not halted and has not lost too much. */
    DRAWDOWN,
    /** Selling short is allowed, the loan is cheap enough and located. */
    SHORT_SIDE,
    /** The chief risk officer has no objection. */
    CRO_VETO
}
