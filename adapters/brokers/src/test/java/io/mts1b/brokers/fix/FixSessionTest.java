package io.mts1b.brokers.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker does when the counterparty does what it should not. */
class FixSessionTest {

    private static final ApprovedOrder ORDER = Orders.limit("o-1", Loopback.SHARE, Side.BUY, 100, "50");
    private static final String NAME = Orders.name(ORDER, 0).value();

    @TempDir
    private Path folder;

    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();
    private final RawCounterparty counterparty;
    private FixBroker.Listing broker;

    FixSessionTest() throws IOException {
        counterparty = new RawCounterparty();
    }

    @BeforeEach
    void open() throws Exception {
        broker = broker(Duration.ofSeconds(30));
        broker.open();
        counterparty.accept();
        assertThat(next()).isInstanceOf(VenueMessage.LineUp.class);
    }

    @AfterEach
    void close() throws IOException {
        counterparty.close();
        broker.close();
    }

    private FixBroker.Listing broker(Duration patience) {
        FixSession session =
                Loopback.session(FixVersion.FIX44, "HOUSE", "VENUE", counterparty.port(), folder.resolve("house"));
        return FixBroker.listing(
                new FixSettings(Orders.BROKER, session, "A1", patience),
                Loopback.symbols(Loopback.SHARE),
                InstantSource.system(),
                told::add);
    }

    private VenueMessage next() throws InterruptedException {
        return Objects.requireNonNull(told.poll(15, TimeUnit.SECONDS), "nothing was told");
    }

    @Test
    void an_order_is_written_as_the_version_wants_it() throws Exception {
        broker.submit(ORDER);
        String sent = counterparty.hear("D");
        assertThat(sent)
                .contains("|1=A1|", "|11=" + NAME + "|", "|38=100|", "|40=2|", "|44=50|", "|54=1|", "|55=AAPL|")
                .contains("|59=1|", "|207=XNAS|")
                .containsPattern("\\|60=\\d{8}-\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\|")
                .doesNotContain("|21=");
        broker.submit(Orders.limit("o-2", Loopback.SHARE, Side.SHORT, 7, "50.25"));
        assertThat(counterparty.hear("D")).contains("|54=5|", "|44=50.25|");
        broker.cancel(Orders.sent(ORDER));
        String cancel = counterparty.hear("F");
        assertThat(cancel).contains("|41=" + NAME + "|", "|38=100|");
        assertThat(RawCounterparty.field(cancel, 11)).matches("x[0-9a-z]{10}");
        broker.cancel(Orders.sent(ORDER));
        assertThat(RawCounterparty.field(counterparty.hear("F"), 11)).isNotEqualTo(RawCounterparty.field(cancel, 11));
        broker.replace(Orders.sent(ORDER), Orders.name(ORDER, 1), Quantity.of(80), new OrderType.Market());
        assertThat(counterparty.hear("G"))
                .contains("|11=" + Orders.name(ORDER, 1) + "|", "|41=" + NAME + "|", "|38=80|", "|40=1|")
                .doesNotContain("|44=");
    }

    /** Otherwise an order of yesterday could trade today, when nobody wants it any more. */
    @Test
    void what_the_counterparty_asks_for_again_is_told_as_a_gap() throws Exception {
        broker.submit(ORDER);
        assertThat(counterparty.hear("D")).contains("|34=2|");
        counterparty.say("35=2", "7=2 16=0");
        assertThat(counterparty.hear("4")).contains("|34=2|", "|36=3|", "|123=Y|");
    }

    @Test
    void what_is_not_answered_when_the_line_is_lost_is_in_doubt() throws Exception {
        broker.submit(ORDER);
        broker.find(4, Orders.sent(ORDER));
        broker.listOpenOrders(5);
        counterparty.hear("D");
        counterparty.hear("H");
        counterparty.hear("AF");
        counterparty.hangUp();
        assertThat(next()).isInstanceOf(VenueMessage.LineDown.class);
        assertThat(next())
                .isInstanceOfSatisfying(
                        OrderReport.Unanswered.class,
                        doubt -> assertThat(doubt.order().ours()).isEqualTo(NAME));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.request()).isEqualTo(4));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.request()).isEqualTo(5));
        counterparty.accept();
        assertThat(next()).isInstanceOf(VenueMessage.LineUp.class);
    }

    @Test
    void what_is_not_answered_in_time_is_in_doubt() throws Exception {
        broker.close();
        counterparty.hear("5");
        counterparty.hangUp();
        broker = broker(Duration.ofMillis(100));
        broker.open();
        counterparty.accept();
        told.removeIf(VenueMessage.LineDown.class::isInstance);
        assertThat(next()).isInstanceOf(VenueMessage.LineUp.class);
        broker.submit(ORDER);
        assertThat(next())
                .isInstanceOfSatisfying(
                        OrderReport.Unanswered.class,
                        doubt -> assertThat(doubt.reason()).isEqualTo("no answer in time"));
    }

    @Test
    void a_refused_message_is_a_refused_command() throws Exception {
        broker.submit(ORDER);
        String number = RawCounterparty.field(counterparty.hear("D"), 34);
        counterparty.say("35=3", "45=" + number + " 58=bad 371=38 372=D 373=5");
        assertThat(next()).isInstanceOfSatisfying(OrderReport.Rejected.class, refused -> {
            assertThat(refused.order().ours()).isEqualTo(NAME);
            assertThat(refused.reason()).isEqualTo("bad");
        });
        broker.cancel(Orders.sent(ORDER));
        number = RawCounterparty.field(counterparty.hear("F"), 34);
        counterparty.say("35=j", "45=" + number + " 372=F 380=4 58=closed");
        assertThat(next()).isInstanceOf(OrderReport.CancelRejected.class);
        broker.find(8, Orders.sent(ORDER));
        number = RawCounterparty.field(counterparty.hear("H"), 34);
        counterparty.say("35=j", "45=" + number + " 372=H 380=1");
        assertThat(next()).isInstanceOf(VenueAnswer.NotFound.class);
        broker.find(9, Orders.sent(ORDER));
        number = RawCounterparty.field(counterparty.hear("H"), 34);
        counterparty.say("35=j", "45=" + number + " 372=H 380=3");
        assertThat(next()).isInstanceOf(VenueAnswer.NoAnswer.class);
        counterparty.say("35=j", "45=1 372=A 380=3");
        assertThat(next()).isInstanceOf(VenueMessage.Unreadable.class);
    }

    private static String report(String fields) {
        return "37=V1 17=E1 55=AAPL 207=XNAS 54=1 38=100 40=2 44=50 6=0 " + fields;
    }

    @Test
    void what_cannot_be_read_is_told_with_the_reason_and_answers_nothing() throws Exception {
        counterparty.say("35=8", "17=E1 150=0");
        counterparty.hear("3");
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueMessage.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("Required tag missing"));
        counterparty.say("35=8", report("11=" + NAME + " 150=4 39=0 14=0 151=100"));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueMessage.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason())
                                .isEqualTo("message 8: tag 39 (OrdStatus) must be one of 4 after type 4, was '0'"));
        broker.listOpenOrders(3);
        counterparty.hear("AF");
        counterparty.say("35=8", report("584=3 911=2 11=" + NAME + " 150=I 39=0 14=0 151=100"));
        counterparty.say(
                "35=8",
                report("584=3 911=2 912=Y 54=8 11=x 150=I 39=0 14=0 151=100").replace(" 54=1", ""));
        assertThat(next()).isInstanceOf(VenueMessage.Unreadable.class);
        assertThat(next()).isInstanceOf(VenueAnswer.NoAnswer.class);
    }

    @Test
    void a_list_is_whole_or_it_is_none() throws Exception {
        broker.listOpenOrders(3);
        counterparty.hear("AF");
        counterparty.say("35=8", report("584=3 911=3 11=" + NAME + " 150=I 39=0 14=0 151=100"));
        counterparty.say("35=8", report("584=3 911=3 912=Y 11=other 150=I 39=0 14=0 151=100"));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).isEqualTo("2 reports of 3 came"));
        broker.listOpenOrders(4);
        counterparty.hear("AF");
        counterparty.say("35=8", report("584=4 911=2 11=" + NAME + " 150=I 39=2 14=100 151=0"));
        counterparty.say("35=8", report("584=4 911=2 912=Y 11=other 150=I 39=0 14=0 151=100"));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueAnswer.OpenOrders.class,
                        open -> assertThat(open.orders())
                                .singleElement()
                                .satisfies(
                                        order -> assertThat(order.name().ours()).isNull()));
    }

    /** An answer that comes again is of before the line was lost, and says nothing of now. */
    @Test
    void an_old_answer_answers_no_new_question() throws Exception {
        broker.find(6, Orders.sent(ORDER));
        counterparty.hear("H");
        String stale = report("790=6 11=" + NAME + " 150=I 39=0 14=0 151=100");
        counterparty.say("35=8 43=Y 122=20240506-13:30:00", stale);
        counterparty.say("35=8", report("790=6 11=" + NAME + " 150=I 39=4 14=0 151=0"));
        assertThat(next())
                .isInstanceOfSatisfying(
                        VenueAnswer.Found.class,
                        found -> assertThat(found.order().standing()).hasToString("CANCELED"));
    }

    /** Two would use the same numbers, and each miss what the other was told. */
    @Test
    void a_folder_is_of_one_session_at_a_time() throws Exception {
        FixBroker.Listing second = broker(Duration.ofSeconds(30));
        assertThatThrownBy(second::open)
                .hasMessage("session FIX.4.4:HOUSE->VENUE must have its folder " + folder.resolve("house")
                        + " for itself, this process uses it");
        second.close();
        broker.submit(ORDER);
        assertThat(counterparty.hear("D")).contains("|11=" + NAME + "|");
    }

    @Test
    void settings_are_refused_in_words() {
        assertThatThrownBy(() -> Loopback.session(FixVersion.FIX44, "A/B", "V", 1, folder))
                .hasMessageStartingWith("sender must be without");
        assertThatThrownBy(() -> Loopback.session(FixVersion.FIX44, "A", "V", 0, folder))
                .hasMessage("port must be 1 to 65535, was 0");
        assertThatThrownBy(() ->
                        new FixSession.Timing(Duration.ofMillis(1500), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessageStartingWith("heartbeat must be whole seconds");
        FixSession old = Loopback.session(FixVersion.FIX42, "A", "V", 1, folder);
        assertThatThrownBy(() -> FixBroker.listing(
                        new FixSettings(Orders.BROKER, old, null, Duration.ofSeconds(1)),
                        Loopback.symbols(),
                        InstantSource.system(),
                        told::add))
                .hasMessage("version must have message AF to list open orders, was 4.2");
        FixSession far = new FixSession(
                FixVersion.FIX44,
                "A",
                "V",
                new FixSession.Endpoint("0.0.0.0", 1, null),
                old.store(),
                old.timing(),
                null);
        assertThatThrownBy(() -> FixLine.waiting(
                        far,
                        new Hearing(
                                FixVersion.FIX44,
                                Loopback.symbols(),
                                InstantSource.system(),
                                new Teller(told::add),
                                new Unanswered(new Teller(told::add)))))
                .hasMessageStartingWith("host must be a loopback address");
    }
}
