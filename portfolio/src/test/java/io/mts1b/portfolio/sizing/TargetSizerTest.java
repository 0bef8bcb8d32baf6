package io.mts1b.portfolio.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.signals.TargetWeight;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.Instrument;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.portfolio.sizing.SizedTarget.Reason;
import io.mts1b.portfolio.sizing.SizedTarget.Refused;
import io.mts1b.portfolio.sizing.SizedTarget.Sized;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetSizerTest {

    private static final InstrumentId SHARE = InstrumentId.parse("AAPL.XNAS");
    private static final InstrumentId FUTURE = InstrumentId.parse("ESH4.XCME");
    private static final InstrumentId EURO = InstrumentId.parse("SAP.XETR");
    private static final InstrumentId SPREAD = InstrumentId.parse("SPREAD.XCME");
    private static final InstrumentId QUIET = InstrumentId.parse("QUIET.XNAS");
    private static final Map<InstrumentId, Instrument> INSTRUMENTS = Map.of(
            SHARE, instrument(SHARE, "1", Currency.USD),
            FUTURE, instrument(FUTURE, "50", Currency.USD),
            EURO, instrument(EURO, "1", new Currency("EUR")),
            SPREAD, instrument(SPREAD, "1", Currency.USD),
            QUIET, instrument(QUIET, "1", Currency.USD));
    private static final MarketSnapshot MARKET = MarketSnapshot.of(
            Instant.EPOCH,
            Map.of(
                    SHARE, Price.parse("190.5"),
                    FUTURE, Price.parse("4700"),
                    EURO, Price.parse("100"),
                    SPREAD, Price.parse("-0.25")));

    @ParameterizedTest
    @CsvSource({
        "AAPL.XNAS, 0.1, 524",
        "AAPL.XNAS, -0.1, -524",
        "AAPL.XNAS, 0, 0",
        "AAPL.XNAS, 0.0001, 0",
        "ESH4.XCME, 0.5, 2",
        "ESH4.XCME, -2.0, -8"
    })
    void cuts_to_whole_lots_towards_zero(String instrument, double weight, String quantity) {
        SizedTarget sized = sizer("1000000 USD").size(target(InstrumentId.parse(instrument), weight));

        assertThat(sized)
                .isInstanceOfSatisfying(
                        Sized.class, s -> assertThat(s.position().quantity()).isEqualTo(Decimal.parse(quantity)));
    }

    @Test
    void names_the_reason_where_there_is_no_quantity() {
        assertThat(reason(EURO)).isEqualTo(Reason.OTHER_CURRENCY);
        assertThat(reason(SPREAD)).isEqualTo(Reason.PRICE_NOT_POSITIVE);
        assertThat(reason(QUIET)).isEqualTo(Reason.NO_PRICE);
        assertThat(reason(InstrumentId.parse("NOBODY.XNAS"))).isEqualTo(Reason.UNKNOWN_INSTRUMENT);
    }

    @Test
    void never_spends_more_than_the_weight() {
        ForAll.cases(random -> {
            double weight = random.nextDouble(0, 1);
            Money nav = new Money(Decimal.of(random.nextLong(1, 1_000_000_000)), Currency.USD);
            TargetSizer sizer = new TargetSizer(nav, MARKET, id -> Optional.ofNullable(INSTRUMENTS.get(id)));

            Decimal quantity =
                    ((Sized) sizer.size(target(SHARE, weight))).position().quantity();
            double spent = quantity.toReal() * 190.5;

            assertThat(spent).isLessThanOrEqualTo(weight * nav.amount().toReal());
            assertThat(spent + 190.5 + 1e-6 * nav.amount().toReal())
                    .isGreaterThan(weight * nav.amount().toReal());
        });
    }

    private static Reason reason(InstrumentId instrument) {
        return ((Refused) sizer("1000000 USD").size(target(instrument, 0.1))).reason();
    }

    private static TargetSizer sizer(String nav) {
        return new TargetSizer(Money.parse(nav), MARKET, id -> Optional.ofNullable(INSTRUMENTS.get(id)));
    }

    private static TargetWeight target(InstrumentId instrument, double weight) {
        return new TargetWeight(new FundId("alpha"), new StrategyId("momentum"), instrument, weight, Instant.EPOCH);
    }

    private static Instrument instrument(InstrumentId id, String multiplier, Currency currency) {
        return new Instrument.Equity(
                id, new ContractTerms(Price.parse("0.01"), Quantity.of(1), Decimal.parse(multiplier), currency));
    }
}
