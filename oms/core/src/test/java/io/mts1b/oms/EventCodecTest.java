package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Fill;
import io.mts1b.foundation.orders.Liquidity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderLink;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.RiskDecision;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.oms.codec.CodecException;
import io.mts1b.testkit.ForAll;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EventCodecTest {

    private static final OrderId ID = new OrderId("o-1");

    private final EventCodec codec = new EventCodec();

    @Test
    void gives_back_what_was_written() {
        ForAll.cases(random -> {
            List<OmsEvent> events = new ArrayList<>(Desk.setUp());
            for (int i = 0; i < 50; i++) {
                events.add(anyEvent(random));
            }
            assertThat(read(write(events))).isEqualTo(events);
        });
    }

    @Test
    void is_written_the_same_for_ever() {
        Order order = Desk.order("o-1", Side.SHORT, 100)
                .type(new OrderType.StopLimit(Price.parse("9.5"), Price.parse("9.25")))
                .timeInForce(TimeInForce.IOC)
                .addLinks(new OrderLink.BracketExit(new OrderId("o-0"), OrderLink.Exit.STOP_LOSS))
                .build();
        List<OmsEvent> events = List.of(
                new OmsEvent.OrderReceived(order),
                new OmsEvent.OrderDecided(new RiskDecision.Approved(ID, Desk.NOW, 3)),
                new OmsEvent.OrderChanged(new OrderEvent.Filled(Desk.fill(order, "f-1", 40, "9.25"))),
                new OmsEvent.OrderChanged(new OrderEvent.Canceled(ID, Desk.NOW, "genug, \u00fcberall")),
                Desk.marked(Desk.TODAY, "100", "5000"));

        assertThat(HexFormat.of().formatHex(write(events)))
                .isEqualTo("01036f2d31076b65792d6f2d3105616c706861086d6f6d656e74756d094141504c2e584e41530200"
                        + "c8010301be0102ba0e02056e6f746573086d6f6d656e74756d00010301036f2d3080dbc9e30c0002"
                        + "036f2d3180dbc9e30c00062603662d31036f2d31094141504c2e584e415302005002ba0e00020355"
                        + "53440180dbc9e30c002a036f2d3180dbc9e30c000f67656e75672c20c3bc626572616c6c0392b602"
                        + "80dbc9e30c0002094141504c2e584e415300c8010945534d342e58434d4500904e");
    }

    @Test
    void a_code_is_never_given_to_something_else() {
        Order order = Desk.order("o-1", Side.BUY, 100).build();
        Fill fill = Desk.fill(order, "f-1", 40, "9.25");
        List<OrderEvent> inOrder = OrderEvents.ofEveryKind(fill);
        for (int i = 0; i < inOrder.size(); i++) {
            assertThat(write(List.of(new OmsEvent.OrderChanged(inOrder.get(i))))[0])
                    .isEqualTo((byte) (32 + i));
        }
        // After the code come "f-1", "o-1" and "AAPL.XNAS", each with its length.
        int side = 1 + 4 + 4 + 10;
        List<Side> sides = List.of(Side.BUY, Side.SELL, Side.SHORT, Side.COVER);
        for (int i = 0; i < sides.size(); i++) {
            Order other = Desk.order("o-1", sides.get(i), 100).build();
            OrderEvent traded = new OrderEvent.Filled(Desk.fill(other, "f-1", 40, "9.25"));
            assertThat(write(List.of(new OmsEvent.OrderChanged(traded)))[side]).isEqualTo((byte) i);
        }
    }

    @Test
    void refuses_what_was_cut_off() {
        List<OmsEvent> events = new ArrayList<>(Desk.setUp());
        ForAll.cases(random -> {
            events.add(anyEvent(random));
            byte[] whole = write(events.subList(events.size() - 1, events.size()));
            for (int length = 1; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> read(cut)).isInstanceOf(CodecException.class);
            }
        });
    }

    @Test
    void whatever_the_bytes_are_it_is_an_event_or_refused() {
        ForAll.cases(random -> {
            byte[] bytes = write(List.of(anyEvent(random), anyEvent(random)));
            for (int i = 0; i < 20; i++) {
                byte[] broken = bytes.clone();
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                try {
                    assertThat(read(broken)).isNotEmpty();
                } catch (CodecException e) {
                    assertThat(e.getMessage()).contains("byte ");
                }
            }
        });
    }

    @Test
    void says_what_was_expected_where() {
        assertThatThrownBy(() -> read(new byte[] {31})).hasMessage("byte 0 must begin an event, was code 31");
        assertThatThrownBy(() -> read(new byte[] {(byte) 200})).hasMessageStartingWith("byte 1 must begin");
        assertThatThrownBy(() -> read(new byte[] {1, 3, 'o'}))
                .hasMessage("byte 1 must begin a length of at most 1, was 3");
        assertThatThrownBy(() -> read(new byte[] {1, 1, ' '}))
                .hasMessage("before byte 3: orderId must be 1 to 64 visible ASCII characters, was ' '");
        byte[] endless = new byte[12];
        Arrays.fill(endless, (byte) -1);
        endless[0] = 1;
        assertThatThrownBy(() -> read(endless)).hasMessage("byte 1 must begin a number of 64 bits, was a longer one");
    }

    private byte[] write(List<OmsEvent> events) {
        ByteSink sink = new ByteSink();
        events.forEach(event -> codec.write(event, sink));
        return sink.toBytes();
    }

    private List<OmsEvent> read(byte[] bytes) {
        ByteSource source = new ByteSource(bytes);
        List<OmsEvent> events = new ArrayList<>();
        while (source.hasMore()) {
            events.add(codec.read(source));
        }
        return events;
    }

    private static OmsEvent anyEvent(RandomGenerator random) {
        Order order = anyOrder(random);
        return switch (random.nextInt(5)) {
            case 0 -> new OmsEvent.OrderReceived(order);
            case 1 ->
                new OmsEvent.OrderDecided(
                        new RiskDecision.Approved(order.orderId(), anyInstant(random), random.nextInt()));
            case 2 -> Desk.marked(Desk.TODAY.plusDays(random.nextInt(1_000)), "0.01", "123456.789");
            default -> new OmsEvent.OrderChanged(anyChange(random, order));
        };
    }

    private static Order anyOrder(RandomGenerator random) {
        var order = Desk.order("o-" + random.nextInt(1_000), pick(random, Side.values()), random.nextLong(1, 1L << 40))
                .type(anyType(random))
                .timeInForce(pick(random, TimeInForce.values()))
                .thesis(pick(random, "", "value", "\u00dcberhang \ud83d\udcc8\nzweite Zeile"))
                .createdAt(anyInstant(random));
        OrderId other = new OrderId("other");
        return switch (random.nextInt(5)) {
            case 0 ->
                order.addLinks(new OrderLink.ChildOf(other), new OrderLink.CancelsWith(new OrderId("c")))
                        .build();
            case 1 -> order.addLinks(new OrderLink.TriggeredBy(other)).build();
            case 2 ->
                order.addLinks(new OrderLink.BracketExit(other, pick(random, OrderLink.Exit.values())))
                        .build();
            default -> order.build();
        };
    }

    private static OrderType anyType(RandomGenerator random) {
        Price price = new Price(new Decimal(random.nextLong(), random.nextInt(19)));
        return switch (pick(random, OrderType.Kind.values())) {
            case MARKET -> new OrderType.Market();
            case LIMIT -> new OrderType.Limit(price);
            case STOP -> new OrderType.Stop(price);
            case STOP_LIMIT -> new OrderType.StopLimit(price, Price.parse("-37.63"));
            case MARKETABLE_LIMIT -> new OrderType.MarketableLimit(price);
        };
    }

    private static OrderEvent anyChange(RandomGenerator random, Order order) {
        OrderId id = order.orderId();
        Instant at = anyInstant(random);
        Quantity quantity = order.quantity();
        Fill fill = Fill.builder()
                .fillId(new FillId("f-" + random.nextInt()))
                .orderId(id)
                .instrument(order.instrument())
                .side(order.side())
                .quantity(quantity)
                .price(Price.parse("10.5"))
                .fee(Money.parse("-0.000001 BTC"))
                .liquidity(pick(random, Liquidity.values()))
                .at(at)
                .build();
        return switch (random.nextInt(16)) {
            case 0 -> new OrderEvent.RiskRequested(id, at);
            case 1 -> new OrderEvent.RiskApproved(id, at);
            case 2 -> new OrderEvent.RiskDenied(id, at, "");
            case 3 -> new OrderEvent.Submitted(id, at);
            case 4 -> new OrderEvent.Accepted(id, at, "V-1");
            case 5 -> new OrderEvent.Rejected(id, at, "no");
            case 6 -> new OrderEvent.Filled(fill);
            case 7 -> new OrderEvent.FillBusted(fill, at);
            case 8 -> new OrderEvent.CancelRequested(id, at);
            case 9 -> new OrderEvent.CancelRejected(id, at, "x".repeat(1_000));
            case 10 -> new OrderEvent.Canceled(id, at, "done");
            case 11 -> new OrderEvent.ReplaceRequested(id, at, quantity, anyType(random));
            case 12 -> new OrderEvent.Replaced(id, at, quantity, anyType(random));
            case 13 -> new OrderEvent.ReplaceRejected(id, at, "no");
            case 14 -> new OrderEvent.Expired(id, at);
            default -> new OrderEvent.Lost(id, at, "gone");
        };
    }

    private static Instant anyInstant(RandomGenerator random) {
        return Instant.ofEpochSecond(random.nextLong(-1L << 35, 1L << 35), random.nextInt(1_000_000_000));
    }

    @SafeVarargs
    private static <T> T pick(RandomGenerator random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
