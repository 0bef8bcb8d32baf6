package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.marketdata.CorporateAction;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.positions.LotBook;
import io.mts1b.foundation.positions.UnitRatio;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cash and the holdings of one fund, or of one strategy of it. */
final class Books {

    private final FundConfig fund;
    // Looked up in; what leaves this class is sorted.
    private final Map<InstrumentId, InstrumentAccount> accounts = new LinkedHashMap<>();
    private final SortedMap<String, Money> receivables = new TreeMap<>();
    private @Nullable SortedMap<InstrumentId, Decimal> quantities;
    private Balances cash;

    Books(FundConfig fund, Balances cash) {
        this.fund = fund;
        this.cash = cash;
    }

    /** What is owed because of a dividend; negative if we owe it. */
    record Receivable(String action, Money amount) {}

    /** All of it but the last fills. */
    record Form(FundConfig fund, Balances cash, List<Receivable> receivables, List<InstrumentAccount.Form> accounts) {}

    Form form() {
        return new Form(
                fund,
                cash,
                receivables(),
                sorted().values().stream().map(InstrumentAccount::form).toList());
    }

    /** Returns the fills that may be taken back, instrument by instrument. */
    Stream<FillId> lastFills() {
        return sorted().values().stream().flatMap(InstrumentAccount::lastFills);
    }

    /** Takes over what another had; its last fills are asked for one by one. */
    Books(Form form, Supplier<FillId> fills) {
        this(form.fund(), form.cash());
        form.receivables().forEach(one -> receivables.put(one.action(), one.amount()));
        for (InstrumentAccount.Form one : form.accounts()) {
            accounts.put(one.instrument().id(), new InstrumentAccount(one, fund.taxLotMethod(), fills));
        }
    }

    private SortedMap<InstrumentId, InstrumentAccount> sorted() {
        return new TreeMap<>(accounts);
    }

    FundConfig fund() {
        return fund;
    }

    /** Returns what was paid and received, currency by currency. */
    Balances cash() {
        return cash;
    }

    /** Returns what is owed because of dividends, by the identity of the corporate action. */
    List<Receivable> receivables() {
        List<Receivable> owed = new ArrayList<>();
        receivables.forEach((action, amount) -> owed.add(new Receivable(action, amount)));
        return owed;
    }

    /** What came of all holdings, currency by currency. */
    record Totals(Balances realized, Balances fees, Balances income) {}

    Totals totals() {
        Balances none = Balances.of(Money.zero(fund.baseCurrency()));
        Totals sum = new Totals(none, none, none);
        for (InstrumentAccount account : accounts.values()) {
            Holding holding = account.holding();
            sum = new Totals(
                    sum.realized.plus(holding.realized()),
                    sum.fees.plus(holding.fees()),
                    sum.income.plus(holding.income()));
        }
        return sum;
    }

    SortedMap<InstrumentId, Holding> holdings() {
        SortedMap<InstrumentId, Holding> holdings = new TreeMap<>();
        accounts.forEach((id, account) -> holdings.put(id, account.holding()));
        return holdings;
    }

    /** Returns the open lots of an instrument. */
    LotBook lots(InstrumentId id) {
        InstrumentAccount account = accounts.get(id);
        return account == null ? LotBook.EMPTY : account.holding().lots();
    }

    /** Returns the signed quantities that are not zero, as they are now. */
    SortedMap<InstrumentId, Decimal> quantities() {
        if (quantities == null) {
            SortedMap<InstrumentId, Decimal> now = new TreeMap<>();
            accounts.forEach((id, account) -> {
                if (!account.quantity().isZero()) {
                    now.put(id, account.quantity());
                }
            });
            quantities = Collections.unmodifiableSortedMap(now);
        }
        return quantities;
    }

    /** Returns the signed quantity of an instrument. */
    Decimal quantity(InstrumentId id) {
        InstrumentAccount account = accounts.get(id);
        return account == null ? Decimal.ZERO : account.quantity();
    }

    /** Returns what there is of an instrument; empty if it never traded. */
    Optional<InstrumentAccount> account(InstrumentId instrument) {
        return Optional.ofNullable(accounts.get(instrument));
    }

    private InstrumentAccount account(Instrument instrument) {
        InstrumentAccount known = accounts.get(instrument.id());
        return known == null ? new InstrumentAccount(instrument, fund.taxLotMethod()) : known;
    }

    /**
     * Counts what a fill comes to. Nothing changes before what this returns is run, and that cannot fail.
     *
     * @throws ArithmeticException if nobody can count it
     */
    Runnable booking(Fill fill, Instrument instrument) {
        InstrumentAccount account = account(instrument);
        InstrumentAccount.After after = account.after(fill);
        Balances cashAfter = InstrumentAccount.paid(cash, after.received(), fill.fee());
        return () -> {
            account.take(after);
            put(account, cashAfter);
        };
    }

    /**
     * Counts what it comes to without a fill, as if that had never been: the later ones close other lots then, and are
     * looked up for that. Nothing changes before what this returns is run, and that cannot fail.
     *
     * @throws IllegalArgumentException if the fill can no longer be taken back
     * @throws ArithmeticException if nobody can count what is left
     */
    Runnable unbooking(Fill fill, Function<FillId, Fill> known) {
        InstrumentAccount account =
                Require.present(accounts.get(fill.instrument()), "fill " + fill.fillId() + " must have been booked");
        InstrumentAccount without = account.without(fill, known);
        Balances cashAfter = cash.plus(without.cashFlow()).minus(account.cashFlow());
        return () -> put(without, cashAfter);
    }

    private void put(InstrumentAccount account, Balances cashAfter) {
        accounts.put(account.instrument().id(), account);
        cash = cashAfter;
        quantities = null;
    }

    private void settle(InstrumentAccount account, Balances cashFlowBefore) {
        cash = cash.plus(account.cashFlow()).minus(cashFlowBefore);
        quantities = null;
    }

    /**
     * Takes a corporate action.
     *
     * @param units what its positions at the venues add up to then
     * @param other the other instrument it is about; null if there is none
     */
    void apply(CorporateAction action, Units units, @Nullable Instrument other) {
        InstrumentAccount account = accounts.get(action.instrument());
        if (account == null) {
            return;
        }
        Balances before = account.cashFlow();
        switch (action) {
            case CorporateAction.Split split -> account.split(split, units.stays());
            case CorporateAction.CashDividend dividend -> earn(account, dividend);
            case CorporateAction.Redemption redemption -> account.redeem(redemption);
            case CorporateAction.Conversion conversion ->
                give(account, conversion.ratio(), Rate.ONE, conversion, units, other);
            case CorporateAction.SpinOff spinOff ->
                give(account, spinOff.ratio(), spinOff.costShare(), spinOff, units, other);
        }
        settle(account, before);
    }

    private void earn(InstrumentAccount account, CorporateAction.CashDividend dividend) {
        if (!account.quantity().isZero()) {
            Money owed = dividend.perUnit().times(account.quantity(), RoundingMode.HALF_EVEN);
            account.earn(owed);
            receivables.put(dividend.id(), owed);
        }
    }

    private void give(
            InstrumentAccount account,
            UnitRatio ratio,
            Rate costs,
            CorporateAction action,
            Units units,
            @Nullable Instrument other) {
        InstrumentAccount receiver = account(Require.present(other, "other instrument must be listed"));
        accounts.put(receiver.instrument().id(), receiver);
        Balances before = receiver.cashFlow();
        LotBook given = account.give(ratio, costs, receiver.instrument().terms());
        receiver.receive(action, given, units.comes());
        settle(receiver, before);
    }

    /** Takes that what was owed because of a dividend was paid. */
    void paid(String action) {
        Money owed = receivables.remove(action);
        if (owed != null) {
            cash = cash.plus(owed);
        }
    }

    /** Returns what the holdings and what is owed because of them are worth at the last prices, currency by currency. */
    private Balances values(Market market) {
        Balances sum = Balances.NONE;
        for (InstrumentId id : quantities().keySet()) {
            InstrumentAccount account = Require.present(accounts.get(id), id + " must be held");
            sum = sum.plus(account.value(market.lastPrice(id)));
        }
        for (Money owed : receivables.values()) {
            sum = sum.plus(owed);
        }
        return sum;
    }

    /** Returns what the holdings and what is owed because of them add to the fund's value, in its currency. */
    Money value(Market market) {
        return market.worth(values(market), fund.baseCurrency());
    }

    /** Returns what the cash is worth, in the fund's currency. */
    Money cashValue(Market market) {
        return market.worth(cash, fund.baseCurrency());
    }

    /** Returns cash and holdings in the fund's currency; empty if a price or a rate is not known. */
    Optional<Money> total(Market market) {
        boolean priced =
                quantities().keySet().stream().allMatch(id -> market.price(id).isPresent());
        return priced ? cash.plus(values(market)).in(fund.baseCurrency(), market) : Optional.empty();
    }
}
