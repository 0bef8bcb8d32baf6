package io.mts1b.oms;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.EnvelopeId;
import io.mts1b.foundation.marketdata.MarketSnapshot;
import io.mts1b.foundation.numbers.Money;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.RiskEnvelope;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field of the policy changes what happens, by itself. */
class OmsPolicyFieldsTest {

    private static final Order BUY = Desk.order("o-1", Side.BUY, 100).build();

    @TempDir
    private Path folder;

    /** What comes of two values of one field, with all others standard. */
    private record Case(
            Duration one, Object ofOne, Duration other, Object ofOther, Function<Counter, Object> happens) {}

    private static final Map<String, Case> CASES = new TreeMap<>(Map.of(
            "answerWithin",
            new Case(
                    Duration.ofSeconds(5),
                    OrderStatus.UNKNOWN,
                    Duration.ofSeconds(6),
                    OrderStatus.SUBMITTED,
                    OmsPolicyFieldsTest::unansweredForFiveSeconds),
            "settleAfter",
            new Case(
                    Duration.ofSeconds(9),
                    OrderStatus.REJECTED,
                    Duration.ofSeconds(10),
                    OrderStatus.UNKNOWN,
                    OmsPolicyFieldsTest::notFoundAfterNineSeconds),
            "askEvery",
            new Case(Duration.ofSeconds(2), 1, Duration.ofSeconds(3), 0, OmsPolicyFieldsTest::askedWithinTwoSeconds),
            "compareEvery",
            new Case(Duration.ofSeconds(60), 2, Duration.ofSeconds(61), 1, OmsPolicyFieldsTest::comparedWithinAMinute),
            "overlap",
            new Case(
                    Duration.ofMinutes(5),
                    Desk.NOW.minus(Duration.ofMinutes(5)),
                    Duration.ZERO,
                    Desk.NOW,
                    OmsPolicyFieldsTest::fillsSince),
            "approvalHolds",
            new Case(
                    Duration.ofMinutes(1),
                    OrderStatus.CANCELED,
                    Duration.ofMinutes(2),
                    OrderStatus.PENDING_RISK,
                    OmsPolicyFieldsTest::twoMinutesAfterARestart),
            "pricesHold",
            new Case(
                    Duration.ofSeconds(30), 1, Duration.ofSeconds(29), 0, OmsPolicyFieldsTest::stopsOnAPriceOfThirty)));

    private static Object unansweredForFiveSeconds(Counter venue) {
        venue.submit(BUY);
        venue.pass(Duration.ofSeconds(5));
        return venue.order(BUY).status();
    }

    private static Object notFoundAfterNineSeconds(Counter venue) {
        venue.submit(BUY);
        venue.pass(Duration.ofSeconds(5));
        venue.sleep(Duration.ofSeconds(4));
        venue.answerNotFound(BUY);
        return venue.order(BUY).status();
    }

    private static Object askedWithinTwoSeconds(Counter venue) {
        venue.submit(BUY);
        venue.pass(Duration.ofSeconds(5));
        venue.answerNothing(BUY);
        venue.pass(Duration.ofSeconds(2));
        return venue.asked().size();
    }

    private static Object comparedWithinAMinute(Counter venue) {
        venue.pass(Duration.ofMinutes(1));
        return venue.fillsSince().size();
    }

    private static Object fillsSince(Counter venue) {
        venue.work(BUY);
        venue.put(BUY, Standing.WORKING, 40, "100");
        venue.tell(new OrderReport.Traded(venue.execute(BUY, "x-1", 40, "100")));
        venue.hold(40);
        venue.pass(Duration.ofMinutes(1));
        return venue.fillsSince().getLast();
    }

    private static Object twoMinutesAfterARestart(Counter venue) {
        venue.oms()
                .accept(new OmsEvent.EnvelopeSet(
                        RiskEnvelope.builder(Money.parse("1000000 USD"))
                                .envelopeId(new EnvelopeId("alpha"))
                                .fund(Desk.FUND)
                                .croVetoEnabled(true)
                                .version(2)
                                .notes("the officer is asked")
                                .createdAt(Desk.NOW)
                                .build(),
                        new ActorId("ops")));
        venue.submit(BUY);
        venue.sleep(Duration.ofMinutes(2));
        venue.restart();
        return venue.order(BUY).status();
    }

    private static Object stopsOnAPriceOfThirty(Counter venue) {
        fillsSince(venue);
        venue.oms()
                .accept(new OmsEvent.MarketMarked(
                        Desk.TODAY,
                        MarketSnapshot.of(venue.now().minusSeconds(30), Map.of(Desk.AAPL, Price.parse("80")))));
        return venue.oms().state().operations().all().size();
    }

    private static Stream<String> fields() {
        return Arrays.stream(OmsPolicy.class.getRecordComponents()).map(RecordComponent::getName);
    }

    /** The standard policy with another value in one field. */
    private static OmsPolicy with(String field, Duration value) throws ReflectiveOperationException {
        RecordComponent[] components = OmsPolicy.class.getRecordComponents();
        Object[] values = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals(field)
                    ? value
                    : components[i].getAccessor().invoke(OmsPolicy.STANDARD);
            types[i] = components[i].getType();
        }
        return OmsPolicy.class.getConstructor(types).newInstance(values);
    }

    @Test
    void every_field_has_a_case() {
        assertThat(CASES.keySet()).containsExactlyInAnyOrderElementsOf(fields().toList());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void every_field_has_an_effect(String field) throws ReflectiveOperationException {
        Case one = Objects.requireNonNull(CASES.get(field), field);
        try (Counter venue = Counter.up(folder.resolve("one"), with(field, one.one))) {
            assertThat(one.happens.apply(venue)).as(field + " " + one.one).isEqualTo(one.ofOne);
        }
        try (Counter venue = Counter.up(folder.resolve("other"), with(field, one.other))) {
            assertThat(one.happens.apply(venue)).as(field + " " + one.other).isEqualTo(one.ofOther);
        }
    }
}
