package io.mts1b.brokers.kraken;

import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueFill;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.wire.OrderNames;
import io.mts1b.foundation.ids.FillId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The port's questions, in as many of Kraken's as each takes. An answer is whole, or it is none. */
final class KrakenInquiries {

    private final KrakenQuestions questions;
    private final OrderNames names;
    private final InstantSource clock;
    private final VenueListener listener;

    KrakenInquiries(KrakenQuestions questions, OrderNames names, InstantSource clock, VenueListener listener) {
        this.questions = questions;
        this.names = names;
        this.clock = clock;
        this.listener = listener;
    }

    /** Turns what the venue said into the answer; null if that comes of another question. */
    private interface Reading extends Function<KrakenMessage, @Nullable VenueAnswer> {}

    private void ask(
            long request, String method, Map<String, String> form, int weight, MessageKind kind, Reading reading) {
        questions.ask(new KrakenQuestions.Question(method, form, weight, kind, new KrakenQuestions.Listener() {
            @Override
            public void said(KrakenMessage message) {
                VenueAnswer answer = reading.apply(message);
                if (answer != null) {
                    listener.onMessage(answer);
                }
            }

            @Override
            public void silent(String reason) {
                listener.onMessage(none(request, reason));
            }
        }));
    }

    private VenueAnswer none(long request, String reason) {
        return new VenueAnswer.NoAnswer(request, clock.instant(), VenueMessage.reason(reason));
    }

    private VenueAnswer unexpected(long request, KrakenMessage said) {
        return none(
                request,
                said instanceof KrakenMessage.Refused(List<String> errors)
                        ? String.join(", ", errors)
                        : "not an answer");
    }

    void listOpenOrders(long request) {
        ask(request, "OpenOrders", Map.of(), 1, MessageKind.OPEN_ORDERS, said -> {
            if (!(said instanceof KrakenMessage.Orders open)) {
                return unexpected(request, said);
            }
            List<VenueOrder> orders = open.orders().stream().map(names::named).toList();
            return new VenueAnswer.OpenOrders(request, clock.instant(), orders);
        });
    }

    void listBalances(long request) {
        ask(
                request,
                "Balance",
                Map.of(),
                1,
                MessageKind.BALANCE,
                said -> said instanceof KrakenMessage.Balances balances
                        ? new VenueAnswer.Balances(request, clock.instant(), balances.amounts())
                        : unexpected(request, said));
    }

    void find(long request, SentOrder order) {
        String venues = order.state().venueOrderId();
        if (venues == null) {
            findByName(request, KrakenCommands.name(order), "OpenOrders", MessageKind.OPEN_ORDERS);
            return;
        }
        ask(request, "QueryOrders", Map.of("txid", venues), 1, MessageKind.QUERY_ORDERS, said -> {
            if (said instanceof KrakenMessage.Refused(List<String> errors)
                    && errors.stream().allMatch(KrakenErrors::knowsNoOrder)) {
                return new VenueAnswer.NotFound(request, clock.instant());
            }
            if (said instanceof KrakenMessage.Orders found
                    && found.orders().size() == 1
                    && venues.equals(found.orders().getFirst().name().venues())) {
                VenueOrder told = names.named(found.orders().getFirst());
                return new VenueAnswer.Found(request, clock.instant(), told);
            }
            return unexpected(request, said);
        });
    }

    /** First among those that are open: what ends between the two questions is among the others by then. */
    private void findByName(long request, String name, String method, MessageKind kind) {
        ask(request, method, Map.of("cl_ord_id", name), 1, kind, said -> {
            if (!(said instanceof KrakenMessage.Orders found)) {
                return unexpected(request, said);
            }
            List<VenueOrder> ours = found.orders().stream()
                    .filter(one -> name.equals(one.name().ours()))
                    .toList();
            if (ours.size() != found.orders().size() || ours.size() > 1) {
                return none(request, method + " was asked for one order and told of others");
            }
            if (!ours.isEmpty()) {
                return new VenueAnswer.Found(request, clock.instant(), names.named(ours.getFirst()));
            }
            if (kind == MessageKind.OPEN_ORDERS) {
                findByName(request, name, "ClosedOrders", MessageKind.CLOSED_ORDERS);
                return null;
            }
            return new VenueAnswer.NotFound(request, clock.instant());
        });
    }

    void listFills(long request, Instant from) {
        // Frozen, for fills that come between two pages would move the pages.
        page(request, from, clock.instant().getEpochSecond() + 1, new LinkedHashMap<>());
    }

    private void page(long request, Instant from, long end, Map<FillId, VenueFill> before) {
        Map<String, String> form = new LinkedHashMap<>();
        // Exclusive, and to the second.
        form.put("start", Long.toString(Math.max(0, from.getEpochSecond() - 1)));
        form.put("end", Long.toString(end));
        form.put("ofs", Integer.toString(before.size()));
        ask(request, "TradesHistory", form, 2, MessageKind.TRADES_HISTORY, said -> {
            if (!(said instanceof KrakenMessage.Fills page) || page.count() == null) {
                return unexpected(request, said);
            }
            int known = before.size();
            page.fills().forEach(fill -> before.put(fill.fillId(), names.named(fill)));
            if (before.size() >= page.count()) {
                List<VenueFill> fills = before.values().stream()
                        .filter(fill -> !fill.at().isBefore(from.truncatedTo(ChronoUnit.MILLIS)))
                        .sorted(Comparator.comparing(VenueFill::at).thenComparing(VenueFill::fillId))
                        .toList();
                return new VenueAnswer.Fills(request, clock.instant(), from, fills);
            }
            if (before.size() == known) {
                return none(request, "TradesHistory tells " + known + " of " + page.count() + " fills");
            }
            page(request, from, end, before);
            return null;
        });
    }
}
