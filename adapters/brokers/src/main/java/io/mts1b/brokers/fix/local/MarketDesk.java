package io.mts1b.brokers.fix.local;

import io.mts1b.brokers.ClientOrderId;
import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.fix.FixMessage;
import io.mts1b.brokers.fix.FixTag;
import io.mts1b.brokers.fix.FixTerms;
import io.mts1b.brokers.simulated.SimulatedVenue;
import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.InstrumentId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries messages to the market, and what comes of them back. Confined to the venue's lock. */
final class MarketDesk {

    private static final String UNKNOWN_SYMBOL = "1";
    private static final String DUPLICATE = "6";
    private static final String OTHER = "0";

    private final ReportWriter writer;
    private final SimulatedVenue market;
    private final Consumer<FixMessage> answers;
    private final Consumer<FixMessage> news;
    private @Nullable FixMessage request;

    MarketDesk(ReportWriter writer, SimulatedVenue market, Consumer<FixMessage> answers, Consumer<FixMessage> news) {
        this.writer = writer;
        this.market = market;
        this.answers = answers;
        this.news = news;
        market.tell(this::tell);
    }

    void take(FixMessage message) {
        request = message;
        try {
            switch (message.type()) {
                case "D" -> submit(message);
                case "F" -> market.cancel(original(message));
                case "G" -> replace(message);
                case "H" -> find(message);
                case "AF" -> list(message);
                default -> answers.accept(writer.unsupported(message));
            }
        } catch (IllegalArgumentException e) {
            answers.accept(refusal(message, OTHER, String.valueOf(e.getMessage())));
        } finally {
            request = null;
        }
    }

    private FixMessage refusal(FixMessage message, String reason, String text) {
        return switch (message.type()) {
            case "F", "G" -> writer.cancelRejected(message, original(message), '8', text);
            default -> writer.rejected(message, reason, text);
        };
    }

    private void submit(FixMessage message) {
        ClientOrderId name = ClientOrderId.parse(message.text(FixTag.CLIENT_ORDER_ID));
        if (market.order(OrderName.of(name)).isPresent()) {
            answers.accept(writer.rejected(message, DUPLICATE, "there is an order of this name"));
            return;
        }
        InstrumentId instrument;
        try {
            instrument = writer.instrument(message);
        } catch (IllegalArgumentException e) {
            answers.accept(writer.rejected(message, UNKNOWN_SYMBOL, String.valueOf(e.getMessage())));
            return;
        }
        market.take(order(message, name, instrument), name);
    }

    /** Nobody here knows whose it is. */
    private static Order order(FixMessage message, ClientOrderId name, InstrumentId instrument) {
        return Order.builder()
                .orderId(new OrderId(name.value()))
                .idempotencyKey(new IdempotencyKey(name.value()))
                .fund(new FundId("member"))
                .strategy(new StrategyId("member"))
                .instrument(instrument)
                .side(FixTerms.buys(message) ? Side.BUY : Side.SELL)
                .quantity(FixTerms.quantity(message))
                .type(FixTerms.type(message))
                .timeInForce(FixTerms.timeInForce(message))
                .broker(new BrokerId("local"))
                .actor(new ActorId("member"))
                .createdAt(message.time(FixTag.AT))
                .build();
    }

    private static OrderName original(FixMessage message) {
        String venues = message.get(FixTag.ORDER_ID);
        String ours = message.get(FixTag.ORIGINAL_ORDER_ID);
        return new OrderName(ours == null && venues == null ? message.text(FixTag.CLIENT_ORDER_ID) : ours, venues);
    }

    private void replace(FixMessage message) {
        market.replace(
                original(message),
                ClientOrderId.parse(message.text(FixTag.CLIENT_ORDER_ID)),
                FixTerms.quantity(message),
                FixTerms.type(message));
    }

    private void find(FixMessage message) {
        OrderName name = new OrderName(message.get(FixTag.CLIENT_ORDER_ID), message.get(FixTag.ORDER_ID));
        Optional<VenueOrder> found = market.order(name);
        answers.accept(found.isPresent() ? writer.standing(found.get(), message) : writer.unknown(message));
    }

    private void list(FixMessage message) {
        List<VenueOrder> working = market.working();
        if (working.isEmpty()) {
            answers.accept(writer.nothing(message));
        }
        for (int i = 0; i < working.size(); i++) {
            answers.accept(writer.standing(working.get(i), message)
                    .set(FixTag.REPORTS, working.size())
                    .set(FixTag.LAST_REPORT, i == working.size() - 1 ? "Y" : "N"));
        }
    }

    private void tell(OrderReport report) {
        FixMessage asked = request;
        FixMessage told = asked != null && isRefusal(report)
                ? writer.cancelRejected(
                        asked, report.order(), status(report.order()), "too late, or there is no such order")
                : writer.report(report, market.order(report.order()).orElseThrow(), asked);
        // What comes of a request is no answer in the sense of a line: it is told of itself, and can be told twice.
        news.accept(told);
    }

    private static boolean isRefusal(OrderReport report) {
        return report instanceof OrderReport.CancelRejected || report instanceof OrderReport.ReplaceRejected;
    }

    private char status(OrderName name) {
        return market.order(name).map(ReportWriter::status).orElse('8');
    }
}
