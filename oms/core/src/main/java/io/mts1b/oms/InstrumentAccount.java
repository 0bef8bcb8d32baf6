package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.LotId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.LotBook.LotTrade;
import io.mts1b.foundation.positions.LotBook.Restated;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the fills of one instrument come to, the cash they moved, and the last of them, which may be taken back.
 *
 * <p>What is paid for in full moves its value between cash and holding. A future or a perpetual is not paid for: its gains
 * reach the cash when lots close, and until then they are what it is worth.
 */
final class InstrumentAccount {

    /** How many of the last fills may be taken back by the venue. */
    static final int TAKEN_BACK = 1_000;

    private final TaxLotMethod method;
    private final List<FillId> fills = new ArrayList<>();
    private Instrument instrument;
    private Holding holding;
    private Decimal quantity = Decimal.ZERO;
    private Balances cashFlow;

    /** What all before the last come to. */
    private Holding holdingBefore;

    private Balances cashFlowBefore;

    /** What they come to with the first thousand of the last; null while there are no more than these. */
    private @Nullable Holding holdingMiddle;

    private @Nullable Balances cashFlowMiddle;

    /** All of it but its last fills, of which there are so many. */
    record Form(
            Instrument instrument,
            Holding holding,
            Balances cashFlow,
            Holding holdingBefore,
            Balances cashFlowBefore,
            @Nullable Holding holdingMiddle,
            @Nullable Balances cashFlowMiddle,
            int fills) {}

    InstrumentAccount(Instrument instrument, TaxLotMethod method) {
        this.instrument = instrument;
        this.method = method;
        this.holding = Holding.none(instrument.terms());
        this.cashFlow = Balances.of(Money.zero(instrument.terms().currency()));
        this.holdingBefore = holding;
        this.cashFlowBefore = cashFlow;
    }

    /** Takes over what another was; its last fills are asked for one by one. */
    InstrumentAccount(Form form, TaxLotMethod method, Supplier<FillId> last) {
        this(form.instrument(), method);
        holding = form.holding();
        quantity = holding.quantity();
        cashFlow = form.cashFlow();
        holdingBefore = form.holdingBefore();
        cashFlowBefore = form.cashFlowBefore();
        holdingMiddle = form.holdingMiddle();
        cashFlowMiddle = form.cashFlowMiddle();
        for (int i = 0; i < form.fills(); i++) {
            fills.add(last.get());
        }
    }

    Form form() {
        return new Form(
                instrument,
                holding,
                cashFlow,
                holdingBefore,
                cashFlowBefore,
                holdingMiddle,
                cashFlowMiddle,
                fills.size());
    }

    Stream<FillId> lastFills() {
        return fills.stream();
    }

    Instrument instrument() {
        return instrument;
    }

    /**
     * Requires that an instrument may stand in the place of this one.
     *
     * @throws IllegalArgumentException if it counts in another currency, in which nothing can be added to what came of it, or
     *     otherwise while some is held
     */
    void requireLike(Instrument again) {
        Require.that(
                again.terms().currency().equals(instrument.terms().currency()),
                () -> instrument.id() + " must be priced in "
                        + instrument.terms().currency() + " as when it traded, was in "
                        + again.terms().currency());
        Require.that(
                isCountedAs(again) || holding.lots().lots().isEmpty(),
                () -> instrument.id() + " must be a contract as before, with a multiplier of "
                        + instrument.terms().multiplier() + ", while it is held, had one of "
                        + again.terms().multiplier());
    }

    private boolean isCountedAs(Instrument again) {
        return again.terms().multiplier().equals(instrument.terms().multiplier())
                && isPaidInFull(again) == isPaidInFull(instrument);
    }

    /** Takes the terms of its instrument, which may stand in the place of what it had. */
    void list(Instrument again) {
        if (!isCountedAs(again)) {
            settled(holding);
        }
        instrument = again;
    }

    Holding holding() {
        return holding;
    }

    /** Returns the signed quantity held. */
    Decimal quantity() {
        return quantity;
    }

    /** Returns what its fills and corporate actions brought and took since the fund began. */
    Balances cashFlow() {
        return cashFlow;
    }

    /**
     * What a fill makes of it.
     *
     * @param received what the fill brought, its fee aside; negative if it cost something
     */
    record After(FillId fill, Holding holding, Decimal quantity, Balances cashFlow, Money received) {}

    /**
     * Returns what a fill makes of it; nothing changes.
     *
     * @throws ArithmeticException if nobody can count that
     */
    After after(Fill fill) {
        Holding after = holding.after(fill, instrument.terms(), method);
        Money received = isPaidInFull(instrument)
                ? instrument.terms().value(fill.price(), fill.signedQuantity()).negated()
                : after.realized().minus(holding.realized());
        return new After(
                fill.fillId(),
                after,
                quantity.plus(fill.signedQuantity()),
                paid(cashFlow, received, fill.fee()),
                received);
    }

    /** Takes what a fill made of it as it is now. */
    void take(After after) {
        holding = after.holding;
        cashFlow = after.cashFlow;
        fills.add(after.fill);
        trim();
        quantity = after.quantity;
    }

    /** Returns cash after a fill; most fees are in the currency of the price. */
    static Balances paid(Balances cash, Money received, Money fee) {
        return received.currency().equals(fee.currency())
                ? cash.plus(received.minus(fee))
                : cash.plus(received).minus(fee);
    }

    /**
     * Returns what it would be without a fill; nothing changes.
     *
     * @throws IllegalArgumentException if the fill is none of the last
     * @throws ArithmeticException if nobody can count what that would be
     */
    InstrumentAccount without(Fill fill, Function<FillId, Fill> known) {
        Require.that(
                fills.contains(fill.fillId()) && known.apply(fill.fillId()).equals(fill),
                "fill " + fill.fillId() + " must be one of the last " + fills.size() + " of " + instrument.id()
                        + " as it was booked; an older one is taken back by hand");
        InstrumentAccount without = new InstrumentAccount(instrument, method);
        without.holding = holdingBefore;
        without.quantity = holdingBefore.quantity();
        without.cashFlow = cashFlowBefore;
        without.holdingBefore = holdingBefore;
        without.cashFlowBefore = cashFlowBefore;
        for (FillId other : fills) {
            if (!other.equals(fill.fillId())) {
                without.take(without.after(known.apply(other)));
            }
        }
        return without;
    }

    /** Forgets the older half of the fills when they are many, and what they come to stays. */
    private void trim() {
        if (fills.size() == TAKEN_BACK) {
            holdingMiddle = holding;
            cashFlowMiddle = cashFlow;
        } else if (fills.size() >= 2 * TAKEN_BACK) {
            holdingBefore = Objects.requireNonNull(holdingMiddle);
            cashFlowBefore = Objects.requireNonNull(cashFlowMiddle);
            holdingMiddle = holding;
            cashFlowMiddle = cashFlow;
            fills.subList(0, TAKEN_BACK).clear();
        }
    }

    /** Takes that so much was paid for holding it; the cash comes later. */
    void earn(Money amount) {
        settled(holding.paid(amount));
    }

    /** Takes that units became others of the same. */
    void split(CorporateAction.Split split, Decimal units) {
        ContractTerms terms = instrument.terms();
        Restated restated = holding.lots().restated(split.ratio(), terms, Rate.ONE, terms);
        settled(level(holding.restated(restated.come(), restated.lost().negated()), split, units));
    }

    /** Gives lots away with a part of their cost, or all of them with all of it; they are counted as the receiver's. */
    LotBook give(UnitRatio ratio, Rate costs, ContractTerms to) {
        Restated restated = holding.lots().restated(ratio, instrument.terms(), costs, to);
        LotBook stay = costs.equals(Rate.ONE) ? LotBook.EMPTY : restated.stay();
        settled(holding.restated(stay, restated.lost().negated()));
        return restated.come();
    }

    /** Takes lots that another gave, so that so many units come in all. */
    void receive(CorporateAction action, LotBook given, Decimal units) {
        Holding with = holding.after(
                holding.lots().with(given, action.effectiveAt(), Holding.rule(method)), instrument.terms());
        settled(level(with, action, quantity.plus(units)));
    }

    /** Takes that all of it was taken back at a price. */
    void redeem(CorporateAction.Redemption redemption) {
        if (!quantity.isZero()) {
            if (isPaidInFull(instrument)) {
                cashFlow = cashFlow.plus(instrument.terms().value(redemption.price(), quantity));
            }
            settled(trade(holding, redemption, quantity.negated(), redemption.price()));
        }
    }

    /** The parts of a position are cut each for itself; what that leaves between them and the whole is worth nothing. */
    private Holding level(Holding cut, CorporateAction action, Decimal units) {
        Decimal missing = units.minus(cut.quantity());
        return missing.isZero() ? cut : trade(cut, action, missing, new Price(Decimal.ZERO));
    }

    private Holding trade(Holding from, CorporateAction action, Decimal units, Price price) {
        LotTrade trade = new LotTrade(new LotId(action.id()), units, action.effectiveAt(), price);
        return from.after(from.lots().trade(trade, Holding.rule(method)), instrument.terms());
    }

    /** What led here can no longer be taken back fill by fill: the fills counted otherwise. */
    private void settled(Holding after) {
        if (!isPaidInFull(instrument)) {
            cashFlow = cashFlow.plus(after.realized().minus(holding.realized()));
        }
        holding = after;
        quantity = holding.quantity();
        fills.clear();
        holdingBefore = holding;
        cashFlowBefore = cashFlow;
        holdingMiddle = null;
        cashFlowMiddle = null;
    }

    /** Returns what the holding adds to the fund's value at a price, in the instrument's currency. */
    Money value(Price price) {
        if (isPaidInFull(instrument)) {
            return instrument.terms().value(price, quantity);
        }
        Money gain = Money.zero(instrument.terms().currency());
        for (TaxLot lot : holding.lots().lots()) {
            gain = gain.plus(lot.gainAt(price, instrument.terms()));
        }
        return gain;
    }

    private static boolean isPaidInFull(Instrument instrument) {
        return switch (instrument) {
            case Instrument.Equity _,
                    Instrument.Option _,
                    Instrument.FxPair _,
                    Instrument.CryptoSpot _,
                    Instrument.SportsOutcome _,
                    Instrument.EventContract _ -> true;
            case Instrument.Future _, Instrument.Perpetual _ -> false;
        };
    }
}
