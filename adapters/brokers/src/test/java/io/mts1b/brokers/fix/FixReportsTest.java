package io.mts1b.brokers.fix;

import static io.mts1b.brokers.fix.Reports.NEXT;
import static io.mts1b.brokers.fix.Reports.OURS;
import static io.mts1b.brokers.fix.Reports.execution;
import static io.mts1b.brokers.fix.Reports.message;
import static io.mts1b.brokers.fix.Reports.reader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FixReportsTest {

    private static final String AT = "at=2024-05-06T13:30:00Z";
    private static final String NAMES = "order=OrderName[ours=" + OURS + ", venues=V1]";
    private static final String FILL = "Traded[fill=VenueFill[fillId=E1, " + NAMES
            + ", instrument=AAPL.XNAS, buys=true, quantity=30, price=49.5, fee=0 USD, liquidity=UNKNOWN, " + AT + "]]";

    private static List<VenueMessage> news(FixVersion version, String... fields) {
        return ((Said.News) reader(version).read(execution(version, fields))).messages();
    }

    private static VenueOrder.Standing standing(FixVersion version, String... fields) {
        String asked = version.hasTransactionTypes() ? "20=3 150=0" : "150=I";
        Said said = reader(version).read(execution(version, asked, String.join(" ", fields)));
        VenueOrder order = ((Said.Standing) said).order();
        return Objects.requireNonNull(order).standing();
    }

    /** Every type of report, and what it tells; nothing where it may trade as it could before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150=0 39=0 | Accepted[%n, %a]",
                "150=0 39=6 | Accepted[%n, %a]",
                "150=3 39=3 59=0 151=0 14=30 | Expired[%n, %a, filled=30]",
                "150=3 39=3 59=1 151=0 14=30 | ",
                "150=4 39=4 151=0 14=30 58=x | Canceled[%n, %a, filled=30, reason=x]",
                "150=5 39=0 38=80 151=80 44=51 | Replaced[%n, %a, quantity=80, orderType=Limit[limit=51]]",
                "150=6 39=6 | ",
                "150=7 39=7 | ",
                "150=8 39=8 151=0 103=1 58=no | Rejected[%n, %a, reason=no, 103 (OrdRejReason) 1]",
                "150=8 39=8 151=0 103=6 | Unanswered[%n, %a, reason=there is an order of this name]",
                "150=9 39=9 | ",
                "150=A 39=A | ",
                "150=B 39=B 151=0 14=100 59=0 | ",
                "150=C 39=C 151=0 14=0 | Expired[%n, %a, filled=0]",
                "150=E 39=E | "
            })
    void states(String fields, String told) {
        for (FixVersion version : FixVersion.values()) {
            String wanted =
                    told == null ? "[]" : "[" + told.replace("%n", NAMES).replace("%a", AT) + "]";
            assertThat(news(version, fields)).as(version.version()).hasToString(wanted);
        }
    }

    @ParameterizedTest
    @EnumSource(FixVersion.class)
    void trades_busts_and_corrections_are_said_by_each_version_in_its_way(FixVersion version) {
        boolean old = version.hasTransactionTypes();
        String traded = "39=1 14=30 151=70 32=30 31=49.5";
        assertThat(news(version, traded, old ? "150=1" : "150=F")).hasToString("[" + FILL + "]");
        assertThat(news(version, "39=0 17=E2 19=E1", old ? "20=1 150=0" : "150=H"))
                .hasToString("[Busted[" + NAMES + ", fill=E1, " + AT + "]]");
        assertThat(news(version, traded, "17=E1 19=E0", old ? "20=2 150=1" : "150=G"))
                .hasToString("[Busted[" + NAMES + ", fill=E0, " + AT + "], " + FILL + "]");
        assertThatThrownBy(() -> news(version, "39=0 17=E2", old ? "20=1 150=0" : "150=H"))
                .hasMessage("tag 19 (ExecRefID) of message 8 is required");
    }

    @Test
    void a_type_of_another_version_is_refused() {
        assertThatThrownBy(() -> news(FixVersion.FIX42, "150=F 39=1 14=30 151=70 32=30 31=1"))
                .hasMessage("tag 150 (ExecType) must be one of version 4.2, was 'F'");
        assertThatThrownBy(() -> news(FixVersion.FIX44, "150=1 39=1 14=30 151=70 32=30 31=1"))
                .hasMessage("tag 150 (ExecType) must be one of version 4.4, was '1'");
        assertThatThrownBy(() -> news(FixVersion.FIX44, "150=L 39=0")).hasMessageContaining("was 'L'");
        assertThat(news(FixVersion.FIX50SP2, "150=L 39=0")).isEmpty();
        assertThatThrownBy(() -> news(FixVersion.FIX44, "150=5 39=5")).hasMessageContaining("tag 39 (OrdStatus)");
        assertThatThrownBy(() -> news(FixVersion.FIX42, "20=4 150=0 39=0"))
                .hasMessage("tag 20 (ExecTransType) must be 0 to 3, was '4'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150=4 39=1 14=30 151=70 | tag 39 (OrdStatus) must be one of 4 after type 4, was '1'",
                "150=0 39=0 14=30 | tag 14 (CumQty) must be zero for a new order, was '30'",
                "150=4 39=4 151=70 | tag 151 (LeavesQty) must be zero for an order that is over, was '70'",
                "150=F 39=1 14=30 151=60 32=30 31=1 | tags 14 (CumQty) and 151 (LeavesQty) must add up to 38 (OrderQty), were 30, 60 and 100",
                "150=F 39=1 14=30 151=70 32=31 31=1 | tag 32 (LastQty) must be at most 14 (CumQty), 30, was '31'",
                "150=F 39=2 14=0 151=0 32=30 31=1 | tag 14 (CumQty) must be positive for an order that has traded, was '0'",
                "150=F 39=1 14=30 151=70 31=1 | tag 32 (LastQty) of message 8 is required",
                "150=F 39=1 14=30 151=70 32=0 31=1 | quantity must be positive, was 0",
                "150=F 39=1 14=30 151=70 32=-30 31=1 | tag 32 (LastQty) must be not negative, was '-30'",
                "150=F 39=1 14=30 151=70 32=3e1 31=1 | tag 32 (LastQty) must be a number, was '3e1'",
                "150=F 39=1 14=30 151=70 32=30 31=NaN | tag 31 (LastPx) must be a number, was 'NaN'",
                "150=F 39=1 14=30 151=70 32=30 31=1 54=8 | tag 54 (Side) must be 1 to 6, was '8'",
                "150=F 39=1 14=30 151=70 32=30 31=1 55=IBM | tag 55 (Symbol) must be one the counterparty lists, was 'IBM at XNAS'",
                "150=F 39=1 14=30 151=70 32=30 31=1 60=now | tag 60 (TransactTime) must be a time such as 20240506-13:30:00.000, was 'now'",
                "150=F 39=1 14=30 151=70 32=30 31=1 12=2 13=2 | tag 13 (CommType) must be 1 (for each unit) or 3 (in all), was '2'",
                "150=5 39=0 40=P | tag 40 (OrdType) must be 1 (market) to 4 (stop limit), was 'P'",
                "150=5 39=0 40=1 44=50 | tag 44 (Price) must be absent for a type 1, was '50'",
                "150=3 39=3 151=0 14=30 | tag 59 (TimeInForce) of message 8 is required",
                "150=D 39=0 58=dividend | order OrderName[ours=ABCDEFGHIJKLMNOPQR, venues=V1] was changed, and not by us: dividend"
            })
    void what_contradicts_itself_or_is_unknown_is_refused(String fields, String reason) {
        assertThatThrownBy(() -> news(FixVersion.FIX44, fields)).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "39=0, WORKING",
        "39=1 14=30 151=70, WORKING",
        "39=2 14=100 151=0, FILLED",
        "39=3 151=0 59=0, EXPIRED",
        "39=3 151=0 59=1, WORKING",
        "39=4 151=0, CANCELED",
        "39=6, WORKING",
        "39=7, WORKING",
        "39=8 151=0, REJECTED",
        "39=9, WORKING",
        "39=A, WORKING",
        "39=B 14=100 151=0, FILLED",
        "39=B 14=30 151=0 59=0, EXPIRED",
        "39=C 151=0, EXPIRED",
        "39=E, WORKING"
    })
    void standings(String fields, VenueOrder.Standing wanted) {
        for (FixVersion version : FixVersion.values()) {
            assertThat(standing(version, fields)).as(version.version()).isEqualTo(wanted);
        }
    }

    @Test
    void an_order_goes_by_the_name_we_gave_it_however_the_venue_repeats_it() {
        assertThat(FixNames.of(message("8", "11=x1 41=" + OURS + " 37=V1")).ours())
                .isEqualTo(OURS);
        assertThat(FixNames.of(message("8", "11=" + NEXT + " 41=" + OURS + " 37=V1"))
                        .ours())
                .isEqualTo(NEXT);
        assertThat(FixNames.of(message("8", "11=somebody 37=V1")).ours()).isNull();
        assertThat(FixNames.of(message("8", "11=somebody 37=NONE")).ours()).isEqualTo("somebody");
        assertThatThrownBy(() -> FixNames.of(message("8", "37=NONE"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cancel_reject_is_of_the_cancel_or_of_the_replacement() {
        String common = "37=V1 39=2 41=" + OURS + " 58=late 60=20240506-13:30:00.000 ";
        FixReports reader = reader(FixVersion.FIX44);
        assertThat(reader.read(message("9", common + "434=1 11=x1")))
                .hasToString("News[messages=[CancelRejected[" + NAMES + ", " + AT + ", reason=late]]]");
        assertThat(reader.read(message("9", common + "434=2 11=" + NEXT)))
                .hasToString("News[messages=[ReplaceRejected[order=OrderName[ours=" + NEXT + ", venues=V1], " + AT
                        + ", reason=late]]]");
        assertThatThrownBy(() -> reader.read(message("9", common + "434=3 11=x1")))
                .hasMessageStartingWith("tag 434 (CxlRejResponseTo) must be");
    }

    @Test
    void costs_are_told_for_each_unit_or_in_all_and_in_a_currency() {
        String traded = "150=F 39=1 14=30 151=70 32=30 31=49.5 ";
        assertThat(news(FixVersion.FIX44, traded + "12=0.01 13=1")).asString().contains("fee=0.3 USD");
        assertThat(news(FixVersion.FIX44, traded + "12=-2 13=3 479=EUR"))
                .asString()
                .contains("fee=-2 EUR");
        assertThat(news(FixVersion.FIX44, traded + "851=1")).asString().contains("liquidity=MAKER");
        assertThat(news(FixVersion.FIX44, traded + "851=2")).asString().contains("liquidity=TAKER");
    }

    @Test
    void only_answers_of_order_entry_are_read() {
        assertThatThrownBy(() -> reader(FixVersion.FIX44).read(message("D", "11=" + OURS)))
                .hasMessage("message type must be 8, 9, j or 3, was 'D'");
    }
}
