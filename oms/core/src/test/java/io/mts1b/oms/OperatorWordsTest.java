package io.mts1b.oms;

import static io.mts1b.oms.Counter.NOTES;
import static io.mts1b.oms.Desk.AAPL;
import static io.mts1b.oms.Desk.FUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a person can know, said by one: it ends a difference, and is in the log with who said it and why. */
class OperatorWordsTest {

    private static final ActorId ANNA = new ActorId("anna");
    private static final StrategyId MOMENTUM = new StrategyId("momentum");
    private static final WordsDesk.Owner OURS = new WordsDesk.Owner(FUND, MOMENTUM);
    private static final Stake STAKE = new Stake(FUND, AAPL, NOTES, MOMENTUM);
    private static final Duration ROUND = OmsPolicy.STANDARD.compareEvery();
    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();
    private static final Order THEIRS = Desk.order("theirs", Side.BUY, 7).build();

    @TempDir
    private Path folder;

    private static Difference difference(Counter venue) {
        return venue.oms().state().differences().values().iterator().next().getFirst();
    }

    private static void adopt(Counter venue, Difference seen, @Nullable String price) {
        venue.oms().words().adopt(NOTES, seen, OURS, price == null ? null : Price.parse(price), ANNA, "asked the desk");
    }

    private static void disown(Counter venue, Difference seen) {
        venue.oms().words().disown(NOTES, seen, ANNA, "the account is shared");
    }

    @Test
    void a_foreign_fill_becomes_a_strategys() {
        try (Counter venue = Counter.up(folder)) {
            venue.hold(7);
            venue.tell(new OrderReport.Traded(venue.execute(THEIRS, "x-1", 7, "100")));
            Difference seen = difference(venue);

            adopt(venue, seen, null);

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.position()).isEqualTo(Decimal.of(7));
            assertThat(venue.oms().state().cash(FUND)).isEqualTo(Money.parse("999299 USD"));
            assertThat(venue.oms().state().operations().stakes()).isEqualTo(Map.of(STAKE, Decimal.of(7)));
            // The venue tells it again, and positions agree.
            venue.pass(ROUND);
            venue.pass(ROUND);
            assertThat(venue.differences()).isEmpty();
            String hash = venue.oms().state().hash();
            venue.restart();
            venue.lineUp();
            assertThat(venue.oms().state().hash()).isEqualTo(hash);
            assertThat(venue.differences()).isEmpty();
            assertThatThrownBy(() -> adopt(venue, seen, null)).hasMessageContaining("which it does not");
        }
    }

    @Test
    void a_foreign_fill_that_is_not_ours_counts_for_no_fund_and_raises_no_doubt() {
        try (Counter venue = Counter.up(folder)) {
            venue.hold(7);
            venue.tell(new OrderReport.Traded(venue.execute(THEIRS, "x-1", 7, "100")));

            disown(venue, difference(venue));
            venue.pass(ROUND);
            venue.pass(ROUND);
            venue.restart();
            venue.lineUp();

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
            assertThat(venue.oms().state().cash(FUND)).isEqualTo(Money.parse("1000000 USD"));
            assertThat(venue.doubt()).isEmpty();
        }
    }

    @Test
    void a_foreign_order_becomes_ours_with_what_it_traded() {
        try (Counter venue = Counter.up(folder)) {
            venue.list(Counter.told(THEIRS, Standing.WORKING, 0, null));
            venue.pass(ROUND);
            Difference seen = difference(venue);
            venue.tell(new OrderReport.Traded(venue.execute(THEIRS, "x-1", 3, "100")));
            assertThat(venue.differences()).hasSize(2);

            adopt(venue, seen, null);

            Order ours =
                    venue.oms().state().lastOrders().findFirst().orElseThrow().order();
            assertThat(ours.orderId().value()).isEqualTo("adopted-notes-V-theirs");
            assertThat(ours.thesis()).isEqualTo("adopted: asked the desk");
            assertThat(venue.order(ours).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.order(ours).filled()).isEqualTo(Quantity.of(3));
            assertThat(venue.differences()).isEmpty();
            assertThat(venue.position()).isEqualTo(Decimal.of(3));

            // What it trades from now on is ours, and it can be taken back.
            venue.tell(new OrderReport.Traded(venue.execute(THEIRS, "x-2", 1, "100")));
            assertThat(venue.position()).isEqualTo(Decimal.of(4));
            venue.oms().cancel(ours.orderId(), "enough");
            assertThat(venue.canceled()).containsExactly(ours.orderId());
        }
    }

    @Test
    void a_foreign_order_that_is_not_ours_is_left_alone() {
        try (Counter venue = Counter.up(folder)) {
            venue.list(Counter.told(THEIRS, Standing.WORKING, 0, null));
            venue.pass(ROUND);

            disown(venue, difference(venue));
            venue.pass(ROUND);

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.canceled()).isEmpty();
            assertThat(venue.oms().state().lastOrders()).isEmpty();
        }
    }

    @Test
    void a_position_is_corrected_by_a_name_and_a_price() {
        try (Counter venue = Counter.up(folder)) {
            venue.hold(-20);
            venue.pass(ROUND);
            Difference seen = difference(venue);
            assertThatThrownBy(() -> adopt(venue, seen, null)).hasMessageContaining("price must be given");

            adopt(venue, seen, "101");

            assertThat(venue.position()).isEqualTo(Decimal.of(-20));
            assertThat(venue.oms().state().cash(FUND)).isEqualTo(Money.parse("1002020 USD"));
            assertThat(venue.differences()).isEmpty();
            venue.pass(ROUND);
            assertThat(venue.differences()).isEmpty();

            // Another difference of the same instrument is another difference.
            venue.hold(-25);
            venue.pass(ROUND);
            disown(venue, difference(venue));
            venue.pass(ROUND);
            assertThat(venue.position()).isEqualTo(Decimal.of(-20));
            assertThat(venue.differences()).isEmpty();
            venue.hold(-24);
            venue.pass(ROUND);
            assertThat(venue.differences()).containsExactly("position AAPL.XNAS");
        }
    }

    @Test
    void an_order_the_venue_forgot_is_declared_dead() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.clearBook();
            venue.lineUp();
            venue.answerNotFound(BUY);
            Difference.Forgotten seen = (Difference.Forgotten) difference(venue);

            venue.oms().words().declareDead(NOTES, seen, ANNA, "the venue wiped its book");

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.differences()).isEmpty();
            assertThat(venue.oms().state().openOrders(FUND)).isEmpty();
        }
        OperatorWord[] said = new OperatorWord[1];
        OmsLog.forEach(folder.resolve("journal"), event -> {
            if (event instanceof OmsEvent.OperatorRuled(OperatorWord word)) {
                said[0] = word;
            }
        });
        assertThat(said[0].voice().actor()).isEqualTo(ANNA);
        assertThat(said[0].voice().reason()).isEqualTo("the venue wiped its book");
    }

    /** A trade was busted, and nobody was told: it was waited for the venue's lists to catch up for ever. */
    @Test
    void an_order_of_which_less_has_traded_than_was_told_is_in_doubt_until_it_is_declared_dead() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 40, "100")));
            venue.hold(40);
            venue.clearBook();
            venue.lineUp();
            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.ACCEPTED);
            assertThat(venue.differences()).isEmpty();

            venue.pass(OmsPolicy.STANDARD.settleAfter().plus(ROUND));
            venue.answer(BUY, Standing.CANCELED, 0, null);
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.UNKNOWN);
            assertThat(venue.differences()).containsExactly("contradiction o-1");
            assertThatThrownBy(() -> disown(venue, difference(venue))).hasMessageContaining("must be foreign");
            venue.oms().words().declareDead(NOTES, difference(venue), ANNA, "the trade was busted by telephone");

            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.CANCELED);
            assertThat(venue.order(BUY).filled()).isEqualTo(Quantity.of(40));
            assertThat(venue.differences()).isEmpty();
        }
    }

    @Test
    void what_is_told_of_an_order_that_has_ended_is_disowned() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Traded(venue.execute(BUY, "f-1", 100, "100")));
            venue.hold(100);
            OrderReport other = new OrderReport.Traded(venue.execute(BUY, "f-1", 99, "100"));
            venue.tell(other);
            Difference seen = difference(venue);
            assertThat(seen.key()).isEqualTo("contradiction o-1");
            assertThatThrownBy(() -> venue.oms().words().declareDead(NOTES, seen, ANNA, "x"))
                    .hasMessage("order o-1 must not have ended; what is told of it is disowned");

            disown(venue, seen);
            venue.tell(other);

            assertThat(venue.differences()).isEmpty();
            assertThat(venue.order(BUY).status()).isEqualTo(OrderStatus.FILLED);
            assertThat(venue.doubt()).isEmpty();
        }
    }

    @Test
    void what_was_seen_must_be_what_stands_and_known() {
        try (Counter venue = Counter.up(folder)) {
            venue.hold(20);
            venue.pass(ROUND);
            Difference seen = difference(venue);
            venue.hold(30);
            venue.pass(ROUND);
            assertThatThrownBy(() -> adopt(venue, seen, "100")).hasMessageContaining("theirs=30");

            Difference now = difference(venue);
            assertThatThrownBy(() -> venue.oms()
                            .words()
                            .adopt(NOTES, now, new WordsDesk.Owner(new FundId("none"), MOMENTUM), null, ANNA, "x"))
                    .hasMessage("fund none must be open");
            assertThatThrownBy(() -> venue.oms()
                            .words()
                            .adopt(NOTES, now, new WordsDesk.Owner(FUND, new StrategyId("none")), null, ANNA, "x"))
                    .hasMessageContaining("strategy must be of fund alpha");
            assertThatThrownBy(() -> disown(venue, new Difference.PositionDiffers(AAPL, Decimal.ONE, Decimal.ONE)))
                    .hasMessageContaining("must be as it stands");
            venue.tell(new VenueMessage.LineDown(venue.now(), "cable"));
            assertThatThrownBy(() -> adopt(venue, now, "100")).hasMessageContaining("must be caught up with");
            assertThat(venue.position()).isEqualTo(Decimal.ZERO);
        }
    }

    @Test
    void only_what_is_foreign_is_adopted() {
        try (Counter venue = Counter.up(folder)) {
            venue.work(BUY);
            venue.tell(new OrderReport.Canceled(Desk.name(BUY), venue.now(), Quantity.of(30), "by request"));
            Difference missing = difference(venue);

            assertThatThrownBy(() -> adopt(venue, missing, null)).hasMessageContaining("must be foreign");
        }
    }
}
