package io.mts1b.brokers.fix;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import io.mts1b.brokers.VenueOrder.Standing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of a session, and tells what it means for orders. */
final class Hearing implements FixLine.Listener {

    private static final String HEARTBEAT = "0";

    private final FixReports reports;
    private final InstantSource clock;
    private final Teller teller;
    private final Unanswered unanswered;

    Hearing(FixVersion version, FixSymbols symbols, InstantSource clock, Teller teller, Unanswered unanswered) {
        this.reports = new FixReports(version, symbols);
        this.clock = clock;
        this.teller = teller;
        this.unanswered = unanswered;
    }

    @Override
    public void up() {
        teller.tell(new VenueMessage.LineUp(clock.instant()));
    }

    @Override
    public void down(String reason) {
        teller.tell(new VenueMessage.LineDown(clock.instant(), VenueMessage.reason(reason)));
        unanswered.all(clock.instant());
    }

    @Override
    public void unreadable(String reason) {
        teller.tell(new VenueMessage.Unreadable(clock.instant(), VenueMessage.reason(reason)));
    }

    @Override
    public void heard(FixMessage message) {
        if (message.type().equals(HEARTBEAT)) {
            return;
        }
        try {
            nameOriginal(message);
            take(message, reports.read(message));
        } catch (IllegalArgumentException | ArithmeticException e) {
            unreadable("message " + message.type() + ": " + e.getMessage());
            doubtAnswer(message, String.valueOf(e.getMessage()));
        }
    }

    /** An answer to a cancel need not say in every version which order it was about; we know. */
    private void nameOriginal(FixMessage message) {
        String request = message.get(FixTag.CLIENT_ORDER_ID);
        Unanswered.Open asked = request == null ? null : unanswered.get(request);
        if (asked != null && asked.asked() instanceof Asked.Cancel(OrderName order)) {
            String ours = order.ours();
            if (ours != null && message.get(FixTag.ORIGINAL_ORDER_ID) == null) {
                message.set(FixTag.ORIGINAL_ORDER_ID, ours);
            }
        }
    }

    private void take(FixMessage message, Said said) {
        switch (said) {
            case Said.News(List<VenueMessage> messages) -> {
                if (!messages.isEmpty()) {
                    unanswered.take(message.get(FixTag.CLIENT_ORDER_ID));
                }
                teller.tell(messages);
            }
            case Said.Standing standing -> answered(standing);
            case Said.Refused refused -> refused(refused);
        }
    }

    private void answered(Said.Standing standing) {
        if (standing.again()) {
            return; // How it stood before the line was lost.
        }
        if (standing.list() != null) {
            listed(standing, standing.list());
            return;
        }
        while (true) {
            // Without a number, the answer is to all who asked about the order.
            Unanswered.Open asked = unanswered.take(open -> isAbout(open.asked(), standing));
            if (asked == null || !(asked.asked() instanceof Asked.Find find)) {
                return;
            }
            VenueOrder order = standing.order();
            teller.tell(
                    order == null
                            ? new VenueAnswer.NotFound(find.request(), standing.at())
                            : new VenueAnswer.Found(find.request(), standing.at(), order));
        }
    }

    private static boolean isAbout(Asked asked, Said.Standing standing) {
        if (!(asked instanceof Asked.Find(long request, OrderName order))) {
            return false;
        }
        String question = standing.question();
        return question == null
                ? standing.names().stream().anyMatch(name -> name.equals(order.ours()) || name.equals(order.venues()))
                : question.equals(Long.toString(request));
    }

    private void listed(Said.Standing standing, String list) {
        Unanswered.Open asked = unanswered.get("?" + list);
        if (asked == null || !(asked.asked() instanceof Asked.ListOpen(long request))) {
            return;
        }
        VenueOrder order = standing.order();
        if (order != null) {
            asked.reports().add(order);
        }
        int came = asked.reports().size();
        Long all = standing.reports();
        boolean ends = order == null || standing.last() || (all != null && came >= all);
        if (!ends || !unanswered.take(Asked.key(request))) {
            return;
        }
        teller.tell(
                all == null || came == all
                        ? new VenueAnswer.OpenOrders(request, standing.at(), working(asked.reports()))
                        : new VenueAnswer.NoAnswer(request, standing.at(), came + " reports of " + all + " came"));
    }

    /** Some also list what has ended today. */
    private static List<VenueOrder> working(List<VenueOrder> reports) {
        return reports.stream()
                .filter(order -> order.standing() == Standing.WORKING)
                .toList();
    }

    private void refused(Said.Refused refused) {
        Unanswered.Open asked = unanswered.take(open -> isRefused(open, refused));
        if (asked == null) {
            unreadable("a message of ours was refused, and not one that waits: " + refused.reason());
            return;
        }
        teller.tell(
                asked.asked() instanceof Asked.Find(long request, OrderName _) && refused.unknown()
                        ? new VenueAnswer.NotFound(request, refused.at())
                        : asked.asked().refused(refused.at(), refused.reason()));
    }

    private static boolean isRefused(Unanswered.Open open, Said.Refused refused) {
        return refused.number() == 0
                ? refused.name() != null && refused.name().equals(open.message().get(FixTag.CLIENT_ORDER_ID))
                : refused.number() == open.message().number();
    }

    /** A part of an answer that cannot be read leaves none of it. */
    private void doubtAnswer(FixMessage message, String reason) {
        Instant now = clock.instant();
        @Nullable String list = message.get(FixTag.MASS_QUESTION);
        @Nullable String one = message.get(FixTag.QUESTION);
        for (@Nullable String question : new @Nullable String[] {list, one}) {
            Unanswered.Open asked = question == null ? null : unanswered.get("?" + question);
            if (asked != null && unanswered.take("?" + question)) {
                teller.tell(asked.asked().refused(now, reason));
            }
        }
    }
}
