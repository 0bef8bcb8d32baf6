package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import io.mts1b.brokers.ibkr.IbkrMessage.Of;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The port's questions, in as many of the gateway's as each takes. An answer is whole, or it is none. */
final class IbkrInquiries {

    /** Trades are told of today and six days before; so much of that is certain in any zone. */
    private static final Duration REACH = Duration.ofDays(6);

    private static final int MOST_DAYS = 7;

    private final IbkrQuestions questions;
    private final OrderNames names;
    private final VenueLine line;
    private final Predicate<String> asking;
    private String account = "";

    /** {@code asking} tells of a name whether an order of it may still come to be by what we sent. */
    IbkrInquiries(IbkrQuestions questions, OrderNames names, VenueLine line, Predicate<String> asking) {
        this.questions = questions;
        this.names = names;
        this.line = line;
        this.asking = asking;
    }

    void of(String number) {
        account = number;
    }

    private <T> List<T> ours(List<Of<T>> all) {
        return all.stream()
                .filter(one -> one.account().equals(account))
                .map(Of::what)
                .toList();
    }

    private void none(long request, String reason) {
        line.tell(new VenueAnswer.NoAnswer(request, line.now(), VenueMessage.reason(reason)));
    }

    /** Tells all orders, or why not. */
    private void orders(Consumer<List<VenueOrder>> told, Consumer<String> silent) {
        questions.orders(IbkrQuestions.Hears.of(
                message -> {
                    if (message instanceof IbkrMessage.Orders(var all, var _)) {
                        List<VenueOrder> orders = ours(all);
                        orders.forEach(order -> names.learn(order.name()));
                        told.accept(orders);
                    } else {
                        silent.accept("the venue must tell orders, does not");
                    }
                },
                silent));
    }

    void listOpenOrders(long request) {
        orders(
                all -> line.tell(new VenueAnswer.OpenOrders(
                        request,
                        line.now(),
                        all.stream()
                                .filter(order -> order.standing() == Standing.WORKING)
                                .map(names::named)
                                .toList())),
                reason -> none(request, reason));
    }

    /** Finds out whose order it is that a change is told of, and tells the order as it is now. */
    void named(String id, IbkrMessage.Change change, Consumer<IbkrMessage.Change> told, Consumer<String> silent) {
        orders(
                all -> all.stream()
                        .filter(order -> id.equals(order.name().venues()))
                        .findFirst()
                        .ifPresentOrElse(
                                order -> told.accept(new IbkrMessage.Change(
                                        order.name(), order.standing(), order.filled(), change.reason())),
                                () -> silent.accept("order " + id + " is told of, and is not there")),
                reason -> silent.accept("order " + id + " is told without its name: " + reason));
    }

    /** What the venue calls an order, if it has told. */
    Optional<String> id(SentOrder order) {
        return Optional.ofNullable(order.state().venueOrderId())
                .or(() -> Optional.ofNullable(names.venues(IbkrRequests.name(order))));
    }

    void find(long request, SentOrder order) {
        Consumer<String> silent = reason -> none(request, reason);
        Consumer<VenueOrder> found = one -> line.tell(new VenueAnswer.Found(request, line.now(), names.named(one)));
        Runnable unknown = () -> line.tell(new VenueAnswer.NotFound(request, line.now()));
        Optional<String> id = id(order);
        if (id.isEmpty()) {
            lookUp(order, found, unknown, silent);
            return;
        }
        names.learn(new OrderName(IbkrRequests.name(order), id.get()));
        questions.get(IbkrKind.ORDER, "iserver/account/order/status/" + id.get(), Map.of(), new IbkrQuestions.Hears() {
            @Override
            public void said(IbkrMessage message) {
                if (message instanceof IbkrMessage.Orders(var all, var _)
                        && id.get().equals(all.getFirst().what().name().venues())) {
                    found.accept(all.getFirst().what());
                } else {
                    silent("another order, or none, is told of");
                }
            }

            @Override
            public void silent(String reason) {
                // The status of an order is forgotten before the order is.
                lookUp(order, found, unknown, silent);
            }
        });
    }

    /** Looks for an order by our name, in the orders and then in what has traded. */
    void lookUp(SentOrder order, Consumer<VenueOrder> found, Runnable unknown, Consumer<String> silent) {
        String name = IbkrRequests.name(order);
        Optional<String> id = id(order);
        orders(
                all -> {
                    Optional<VenueOrder> one = all.stream()
                            .filter(each -> name.equals(each.name().ours())
                                    || id.filter(known ->
                                                    known.equals(each.name().venues()))
                                            .isPresent())
                            .findFirst();
                    boolean undecided = one.isEmpty() || one.get().standing() == Standing.REJECTED;
                    if (undecided && asking.test(name)) {
                        silent.accept("what was sent may still be taken");
                    } else if (one.isPresent()) {
                        found.accept(one.get());
                    } else {
                        traded(order, found, unknown, silent);
                    }
                },
                silent);
    }

    /**
     * An order that ended in an earlier session is in no list any more; what it has traded is, for a week. One that was taken
     * is never called unknown.
     */
    private void traded(SentOrder order, Consumer<VenueOrder> found, Runnable unknown, Consumer<String> silent) {
        String name = IbkrRequests.name(order);
        fills(
                MOST_DAYS,
                all -> {
                    List<VenueFill> fills = all.stream()
                            .filter(fill -> name.equals(fill.order().ours()))
                            .toList();
                    Quantity filled = fills.stream().map(VenueFill::quantity).reduce(Quantity.ZERO, Quantity::plus);
                    Quantity ordered = order.state().ordered();
                    if (!fills.isEmpty() && filled.compareTo(ordered) >= 0) {
                        VenueFill last = fills.getLast();
                        found.accept(new VenueOrder(
                                last.order(),
                                last.instrument(),
                                last.buys(),
                                ordered,
                                order.state().type(),
                                Standing.FILLED,
                                filled,
                                null));
                    } else if (fills.isEmpty()
                            && id(order).isEmpty()
                            && order.state()
                                    .order()
                                    .createdAt()
                                    .isAfter(line.now().minus(REACH))) {
                        unknown.run();
                    } else {
                        silent.accept("the venue tells no orders that ended in an earlier session; " + filled + " of "
                                + ordered + " has traded within a week, the account's statement says the rest");
                    }
                },
                silent);
    }

    void listFills(long request, Instant from) {
        Instant reach = line.now().minus(REACH);
        Instant since = from.isBefore(reach) ? reach : from;
        long days = Duration.between(since, line.now()).toDays() + 2;
        fills(
                Math.clamp(days, 1, MOST_DAYS),
                all -> line.tell(new VenueAnswer.Fills(
                        request,
                        line.now(),
                        since,
                        all.stream()
                                .filter(fill -> !fill.at().isBefore(since))
                                .map(names::named)
                                .toList())),
                reason -> none(request, reason));
    }

    /** Tells what has traded, by time; names are those of the venue. */
    void fills(int days, Consumer<List<VenueFill>> told, Consumer<String> silent) {
        questions.get(
                IbkrKind.TRADES,
                "iserver/account/trades",
                Map.of("days", Integer.toString(days)),
                IbkrQuestions.Hears.of(
                        message -> {
                            if (message instanceof IbkrMessage.Fills(var all)) {
                                List<VenueFill> fills = ours(all);
                                fills.forEach(fill -> names.learn(fill.order()));
                                told.accept(fills.stream()
                                        .sorted(Comparator.comparing(VenueFill::at)
                                                .thenComparing(VenueFill::fillId))
                                        .toList());
                            } else {
                                silent.accept("the venue must tell trades, does not");
                            }
                        },
                        silent));
    }

    private boolean isIn(long request) {
        if (account.isEmpty()) {
            none(request, "there was no session with the brokerage yet");
        }
        return !account.isEmpty();
    }

    void listBalances(long request) {
        if (!isIn(request)) {
            return;
        }
        questions.get(
                IbkrKind.LEDGER,
                "portfolio/" + account + "/ledger",
                Map.of(),
                IbkrQuestions.Hears.of(
                        message -> {
                            if (message instanceof IbkrMessage.Balances(var amounts)) {
                                line.tell(new VenueAnswer.Balances(request, line.now(), amounts));
                            } else {
                                none(request, "the venue must tell balances, does not");
                            }
                        },
                        reason -> none(request, reason)));
    }

    /** The gateway keeps positions for a while, unless it is told to look again. */
    void listPositions(long request) {
        if (!isIn(request)) {
            return;
        }
        questions.post(
                IbkrKind.DONE,
                "portfolio/" + account + "/positions/invalidate",
                IbkrQuestions.Hears.of(_ -> page(request, 0, new TreeMap<>()), reason -> none(request, reason)));
    }

    /** The last page is the one that is empty, however many a page has. */
    private void page(long request, int number, NavigableMap<InstrumentId, Decimal> held) {
        questions.get(
                IbkrKind.POSITIONS,
                "portfolio/" + account + "/positions/" + number,
                Map.of(),
                IbkrQuestions.Hears.of(
                        message -> {
                            if (!(message instanceof IbkrMessage.Positions(var quantities))) {
                                none(request, "the venue must tell positions, does not");
                            } else if (quantities.isEmpty()) {
                                held.values().removeIf(Decimal::isZero);
                                line.tell(new VenueAnswer.Positions(request, line.now(), held));
                            } else if (quantities.keySet().stream().anyMatch(held::containsKey)) {
                                none(request, "positions moved from page to page");
                            } else {
                                held.putAll(quantities);
                                page(request, number + 1, held);
                            }
                        },
                        reason -> none(request, reason)));
    }
}
