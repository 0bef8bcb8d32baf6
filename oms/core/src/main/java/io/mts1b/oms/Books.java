package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.TaxLot;
import io.mts1b.foundation.positions.TaxLotMethod;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cash and the holdings of one fund.
 *
 * <p>What is paid for in full moves its value between cash and holding. A future or a perpetual is not paid
 * for: its gains reach the cash when lots close, and until then they are what it is worth.
 */
final class Books {

    /** How many of the last fills of an instrument may be taken back by the venue. */
    static final int TAKEN_BACK = 1_000;

    private final FundConfig fund;
    // Looked up in; what leaves this class is sorted.
    private final Map<InstrumentId, Account> accounts = new LinkedHashMap<>();
    private @Nullable SortedMap<InstrumentId, Decimal> quantities;
    private Money cash;

    Books(FundConfig fund, Money cash) {
        this.fund = fund;
        this.cash = cash;
    }

    /** What is known of one instrument but its last fills, of which there are so many. */
    record AccountForm(
            Instrument instrument,
            Holding holding,
            Money cashFlow,
            Holding holdingBefore,
            Money cashFlowBefore,
            @Nullable Holding holdingMiddle,
            @Nullable Money cashFlowMiddle,
            int fills) {}

    /** All of it but the last fills. */
    record Form(FundConfig fund, Money cash, List<AccountForm> accounts) {}

    Form form() {
        return new Form(
                fund,
                cash,
                sorted().values().stream()
                        .map(account -> new AccountForm(
                                account.instrument,
                                account.holding,
                                account.cashFlow,
                                account.holdingBefore,
                                account.cashFlowBefore,
                                account.holdingMiddle,
                                account.cashFlowMiddle,
                                account.fills.size()))
                        .toList());
    }

    /** Returns the fills that may be taken back, instrument by instrument. */
    Stream<FillId> lastFills() {
        return sorted().values().stream().flatMap(account -> account.fills.stream());
    }

    /** Takes over what another had; its last fills are asked for one by one. */
    Books(Form form, Supplier<FillId> fills) {
        this(form.fund(), form.cash());
        for (AccountForm one : form.accounts()) {
            Account account = new Account(one.instrument());
            account.holding = one.holding();
            account.quantity = account.holding.quantity();
            account.cashFlow = one.cashFlow();
            account.holdingBefore = one.holdingBefore();
            account.cashFlowBefore = one.cashFlowBefore();
            account.holdingMiddle = one.holdingMiddle();
            account.cashFlowMiddle = one.cashFlowMiddle();
            for (int i = 0; i < one.fills(); i++) {
                account.fills.add(fills.get());
            }
            accounts.put(one.instrument().id(), account);
        }
    }

    private SortedMap<InstrumentId, Account> sorted() {
        return new TreeMap<>(accounts);
    }

    FundConfig fund() {
        return fund;
    }

    Money cash() {
        return cash;
    }

    SortedMap<InstrumentId, Holding> holdings() {
        SortedMap<InstrumentId, Holding> holdings = new TreeMap<>();
        accounts.forEach((id, account) -> holdings.put(id, account.holding));
        return holdings;
    }

    /** Returns the open lots of an instrument. */
    LotBook lots(InstrumentId id) {
        Account account = accounts.get(id);
        return account == null ? LotBook.EMPTY : account.holding.lots();
    }

    /** Returns the signed quantities that are not zero, as they are now. */
    SortedMap<InstrumentId, Decimal> quantities() {
        if (quantities == null) {
            SortedMap<InstrumentId, Decimal> now = new TreeMap<>();
            accounts.forEach((id, account) -> {
                if (!account.quantity.isZero()) {
                    now.put(id, account.quantity);
                }
            });
            quantities = Collections.unmodifiableSortedMap(now);
        }
        return quantities;
    }

    /** Returns the signed quantity of an instrument. */
    Decimal quantity(InstrumentId id) {
        Account account = accounts.get(id);
        return account == null ? Decimal.ZERO : account.quantity;
    }

    void book(Fill fill, Instrument instrument) {
        Require.that(
                instrument.terms().currency().equals(cash.currency())
                        && fill.fee().currency().equals(cash.currency()),
                () -> "fill must be in " + cash.currency() + ", was " + fill);
        Account account = accounts.computeIfAbsent(instrument.id(), _ -> new Account(instrument));
        Money before = account.cashFlow;
        account.add(fill, fund.taxLotMethod());
        settle(account, before);
    }

    /** Takes a fill back, as if it had never been: the later ones close other lots then, and are looked up for that. */
    void unbook(Fill fill, Function<FillId, Fill> known) {
        Account account =
                Require.present(accounts.get(fill.instrument()), "fill " + fill.fillId() + " must have been booked");
        Money before = account.cashFlow;
        account.remove(fill, fund.taxLotMethod(), known);
        settle(account, before);
    }

    private void settle(Account account, Money cashFlowBefore) {
        cash = cash.plus(account.cashFlow).minus(cashFlowBefore);
        account.quantity = account.holding.quantity();
        quantities = null;
    }

    /** What the fills of one instrument come to, the cash they moved, and the last of them, which may be taken back. */
    private static final class Account {

        private final Instrument instrument;
        private final List<FillId> fills = new ArrayList<>();
        private Holding holding;
        private Decimal quantity = Decimal.ZERO;
        private Money cashFlow;

        /** What all before the last come to. */
        private Holding holdingBefore;

        private Money cashFlowBefore;

        /** What they come to with the first thousand of the last; null while there are no more than these. */
        private @Nullable Holding holdingMiddle;

        private @Nullable Money cashFlowMiddle;

        Account(Instrument instrument) {
            this.instrument = instrument;
            this.holding = Holding.none(instrument.terms());
            this.cashFlow = Money.zero(instrument.terms().currency());
            this.holdingBefore = holding;
            this.cashFlowBefore = cashFlow;
        }

        /** Comes to what it would be without a fill; changes nothing if it throws. */
        void remove(Fill fill, TaxLotMethod method, Function<FillId, Fill> known) {
            Require.that(
                    fills.contains(fill.fillId()) && known.apply(fill.fillId()).equals(fill),
                    "fill " + fill.fillId() + " must be one of the last " + fills.size() + " of " + instrument.id()
                            + " as it was booked; an older one is taken back by hand");
            Account without = new Account(instrument);
            without.holding = holdingBefore;
            without.cashFlow = cashFlowBefore;
            for (FillId other : fills) {
                if (!other.equals(fill.fillId())) {
                    without.add(known.apply(other), method);
                }
            }
            fills.remove(fill.fillId());
            holding = without.holding;
            cashFlow = without.cashFlow;
            holdingMiddle = without.holdingMiddle;
            cashFlowMiddle = without.cashFlowMiddle;
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

        void add(Fill fill, TaxLotMethod method) {
            fold(fill, method);
            fills.add(fill.fillId());
            trim();
        }

        private void fold(Fill fill, TaxLotMethod method) {
            Holding after = holding.after(fill, instrument.terms(), method);
            Money received = isPaidInFull(instrument)
                    ? instrument
                            .terms()
                            .value(fill.price(), fill.signedQuantity())
                            .negated()
                    : after.realized().minus(holding.realized());
            cashFlow = cashFlow.plus(received).minus(fill.fee());
            holding = after;
        }
    }

    /** Returns what all holdings add to the fund's value. */
    Money value(Market market) {
        Money sum = Money.zero(cash.currency());
        for (InstrumentId id : quantities().keySet()) {
            sum = sum.plus(value(market.listed(id), market.lastPrice(id)));
        }
        return sum;
    }

    /** Returns what a holding adds to the fund's value at a price. */
    Money value(Instrument instrument, Price price) {
        Account account = accounts.get(instrument.id());
        Holding holding = account == null ? Holding.none(instrument.terms()) : account.holding;
        if (isPaidInFull(instrument)) {
            return instrument.terms().value(price, holding.quantity());
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
