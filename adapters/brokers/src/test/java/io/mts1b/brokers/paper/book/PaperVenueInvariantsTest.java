package io.mts1b.brokers.paper.book;

import static io.mts1b.brokers.Orders.name;
import static io.mts1b.brokers.Orders.sent;
import static io.mts1b.brokers.paper.book.Floor.AAPL;
import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.testkit.ForAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a venue on paper, and whatever the market does. */
class PaperVenueInvariantsTest {

    private static final class Run {

        private final List<VenueMessage> told = new ArrayList<>();
        private final List<ApprovedOrder> orders = new ArrayList<>();
        private final Floor floor;

        Run(RandomGenerator random) {
            floor = new Floor(ForAll.oneOf(random, CancelsAhead.values()), told::add);
            floor.line.open();
            for (int i = 0; i < 200; i++) {
                act(random);
                floor.time.until(floor.time.instant().plusMillis(random.nextInt(10)));
            }
            floor.settle();
        }

        private static String price(RandomGenerator random) {
            return "1." + random.nextInt(10, 20);
        }

        private void act(RandomGenerator random) {
            switch (random.nextInt(7)) {
                case 0, 1 -> submit(random);
                case 2 -> change(random);
                case 3, 4 -> {
                    int bid = random.nextInt(10, 19);
                    int ask = random.nextInt(bid + 1, 20);
                    floor.quote("1." + bid, random.nextInt(40), "1." + ask, random.nextInt(40));
                }
                case 5 -> floor.traded(price(random), random.nextLong(1, 40), ForAll.oneOf(random, Aggressor.values()));
                default -> {
                    if (random.nextInt(20) == 0) {
                        floor.venue.endSession(floor.time.instant());
                    }
                }
            }
        }

        private void submit(RandomGenerator random) {
            Price price = Price.parse(price(random));
            OrderType type = ForAll.oneOf(
                    random,
                    new OrderType.Market(),
                    new OrderType.Limit(price),
                    new OrderType.Limit(price),
                    new OrderType.MarketableLimit(price),
                    new OrderType.Stop(price),
                    new OrderType.StopLimit(price, Price.parse(price(random))));
            ApprovedOrder order = Orders.order(
                    (random.nextInt(5) == 0 ? "post-" : "o-") + orders.size(),
                    AAPL,
                    ForAll.oneOf(random, Side.values()),
                    random.nextLong(5, 40),
                    type,
                    ForAll.oneOf(random, TimeInForce.values()));
            orders.add(order);
            floor.line.submit(order);
        }

        private void change(RandomGenerator random) {
            if (orders.isEmpty()) {
                return;
            }
            ApprovedOrder order = orders.get(random.nextInt(orders.size()));
            if (random.nextBoolean()) {
                floor.line.cancel(sent(order));
            } else {
                OrderType type = new OrderType.Limit(Price.parse(price(random)));
                floor.line.replace(sent(order), name(order, 1), Quantity.of(random.nextLong(1, 40)), type);
            }
        }

        private List<VenueFill> fills() {
            return told.stream()
                    .filter(OrderReport.Traded.class::isInstance)
                    .map(message -> ((OrderReport.Traded) message).fill())
                    .toList();
        }
    }

    @Test
    void money_positions_and_orders_are_the_fold_of_the_fills_and_no_limit_is_broken() {
        ForAll.cases(300, random -> {
            Run run = new Run(random);
            List<VenueFill> fills = run.fills();
            Decimal position = Decimal.ZERO;
            Decimal cash = Decimal.of(10_000_000);
            for (VenueFill fill : fills) {
                Decimal signed = fill.buys()
                        ? fill.quantity().value()
                        : fill.quantity().value().negated();
                position = position.plus(signed);
                cash = cash.minus(fill.price().value().times(signed))
                        .minus(fill.fee().amount());
            }
            assertThat(run.floor.venue.desk().account().position(AAPL)).isEqualTo(position);
            assertThat(run.floor.venue.desk().account().balances().get(Floor.USD))
                    .isEqualTo(cash);
            assertThat(position).isGreaterThanOrEqualTo(Decimal.of(-50));
            assertThat(fills).extracting(VenueFill::fillId).doesNotHaveDuplicates();
            run.orders.forEach(order -> wasTreatedWell(order, run, fills));
        });
    }

    private static void wasTreatedWell(ApprovedOrder sent, Run run, List<VenueFill> fills) {
        VenueOrder order = run.floor.venue.desk().told(sent(sent).names()).orElseThrow();
        List<VenueFill> own =
                fills.stream().filter(fill -> isOf(order, fill.order())).toList();
        Quantity filled = own.stream().map(VenueFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
        assertThat(order.filled()).isEqualTo(filled).isLessThanOrEqualTo(order.ordered());
        assertThat(order.standing() == Standing.FILLED).isEqualTo(filled.equals(order.ordered()));
        long ended = run.told.stream()
                .filter(message -> message instanceof OrderReport.Canceled
                        || message instanceof OrderReport.Expired
                        || message instanceof OrderReport.Rejected)
                .filter(message -> isOf(order, ((OrderReport) message).order()))
                .count();
        assertThat(ended).isEqualTo(order.standing() == Standing.WORKING || filled.equals(order.ordered()) ? 0 : 1);
        boolean mayWait = switch (sent.order().timeInForce()) {
            case DAY, GTC -> !(order.type() instanceof OrderType.Market);
            case IOC, FOK -> sent.order().type().stopPrice().isPresent();
            case OPG -> false;
        };
        assertThat(mayWait || order.standing() != Standing.WORKING).isTrue();
    }

    private static boolean isOf(VenueOrder order, OrderName name) {
        return Objects.equals(order.name().venues(), name.venues());
    }

    @Test
    void no_fill_is_worse_than_the_limit_that_held() {
        ForAll.cases(300, random -> {
            Run run = new Run(random);
            for (ApprovedOrder sent : run.orders) {
                VenueOrder order =
                        run.floor.venue.desk().told(sent(sent).names()).orElseThrow();
                List<Price> limits = new ArrayList<>(
                        sent.order().type().limitPrice().stream().toList());
                run.told.stream()
                        .filter(OrderReport.Replaced.class::isInstance)
                        .map(OrderReport.Replaced.class::cast)
                        .filter(replaced -> isOf(order, replaced.order()))
                        .forEach(replaced -> limits.addAll(
                                replaced.orderType().limitPrice().stream().toList()));
                if (limits.size() == 1) {
                    int sign = sent.order().side().sign();
                    assertThat(run.fills())
                            .filteredOn(fill -> isOf(order, fill.order()))
                            .allMatch(fill -> fill.price().compareTo(limits.getFirst()) * sign <= 0);
                }
            }
        });
    }
}
