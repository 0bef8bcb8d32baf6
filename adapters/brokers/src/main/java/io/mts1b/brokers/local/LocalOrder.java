package io.mts1b.brokers.local;

import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** An order of the account at a {@link LocalMarket}, which alone changes it. Confined to the thread of the market. */
public final class LocalOrder {

    private static final int PLACES = 8;

    private final long number;
    private final Ticket ticket;
    private final Instant opened;
    Quantity quantity;
    OrderType type;
    Quantity filled = Quantity.ZERO;
    Decimal turnover = Decimal.ZERO;
    Decimal fees = Decimal.ZERO;
    Standing standing = Standing.WORKING;
    boolean isOnBook;

    /**
     * What is wanted.
     *
     * @param name the account's name for the order; empty for none
     * @param instrument what it trades
     * @param buys whether it buys
     * @param quantity how much
     * @param type at which prices
     * @param time GTC, IOC or FOK
     */
    public record Ticket(
            String name, InstrumentId instrument, boolean buys, Quantity quantity, OrderType type, TimeInForce time) {}

    LocalOrder(long number, Ticket ticket, Instant opened) {
        this.number = number;
        this.ticket = ticket;
        this.opened = opened;
        this.quantity = ticket.quantity();
        this.type = ticket.type();
    }

    /**
     * Returns the number of the order.
     *
     * @return from 1, one more for each order of the market
     */
    public long number() {
        return number;
    }

    /**
     * Returns what was wanted at first.
     *
     * @return the ticket
     */
    public Ticket ticket() {
        return ticket;
    }

    /**
     * Returns when it came.
     *
     * @return the time
     */
    public Instant opened() {
        return opened;
    }

    /**
     * Returns how much is wanted now.
     *
     * @return what has traded included
     */
    public Quantity quantity() {
        return quantity;
    }

    /**
     * Returns at which prices now.
     *
     * @return the type
     */
    public OrderType type() {
        return type;
    }

    /**
     * Returns how much has traded.
     *
     * @return the sum of its fills
     */
    public Quantity filled() {
        return filled;
    }

    /**
     * Returns what that came to.
     *
     * @return the sum of price times quantity
     */
    public Decimal turnover() {
        return turnover;
    }

    /**
     * Returns what it cost.
     *
     * @return the sum of the fees
     */
    public Decimal fees() {
        return fees;
    }

    /**
     * Returns at which price it traded on average.
     *
     * @return to eight decimals; empty if it has not traded
     */
    public Optional<Price> averagePrice() {
        return filled.isZero()
                ? Optional.empty()
                : Optional.of(new Price(turnover.dividedBy(filled.value(), PLACES, RoundingMode.HALF_EVEN)));
    }

    /**
     * Returns where it stands.
     *
     * @return the standing
     */
    public Standing standing() {
        return standing;
    }

    /**
     * Tells whether it may still trade.
     *
     * @return whether it is working
     */
    public boolean isWorking() {
        return standing == Standing.WORKING;
    }

    Quantity left() {
        return quantity.minus(filled);
    }
}
