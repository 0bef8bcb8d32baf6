package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.OrderName;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.wire.RestCommands;
import io.mts1b.brokers.wire.Verdict;
import io.mts1b.platform.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sends commands, and answers what the venue asks of them: a question is confirmed where the policy names all its warnings, and
 * declined where it does not. An order whose question is not confirmed is none.
 */
final class IbkrDialogue {

    /** A venue that asks more often does not want the order. */
    private static final int MOST = 8;

    private final IbkrSettings settings;
    private final IbkrBroker.Surroundings surroundings;
    private final IbkrRequests requests;
    private final IbkrQuestions questions;
    private final RestCommands sender;
    private final Runnable suspicion;

    /** Until when what was sent of an order may still be taken, by the name it was submitted under. */
    private final Map<String, Instant> asking = new LinkedHashMap<>();

    /** A command: of which order, under which name its reports go, and what comes of it. */
    record Command(String submitted, OrderName name, IbkrKind kind, RestCommands.Outcome<IbkrMessage.Placed> outcome) {}

    /** {@code suspicion} is called when an answer says that the session may be gone. */
    IbkrDialogue(
            IbkrSettings settings,
            IbkrBroker.Surroundings surroundings,
            IbkrRequests requests,
            IbkrQuestions questions,
            RestCommands sender,
            Runnable suspicion) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.requests = requests;
        this.questions = questions;
        this.sender = sender;
        this.suspicion = suspicion;
    }

    /** Tells whether something that was sent of an order may still be taken. */
    boolean isAsking(String submitted) {
        Instant now = surroundings.clock().instant();
        asking.values().removeIf(until -> !now.isBefore(until));
        return asking.containsKey(submitted);
    }

    void send(Command command, Supplier<HttpRequest> request) {
        send(command, command.kind(), request, 0);
    }

    private void send(Command command, IbkrKind kind, Supplier<HttpRequest> request, int asked) {
        Supplier<HttpRequest> noted = () -> {
            HttpRequest written = request.get();
            asking.put(command.submitted(), surroundings.clock().instant().plus(settings.deadline()));
            return written;
        };
        sender.send(command.name(), noted, (status, body) -> verdict(kind, status, body), new RestCommands.Outcome<>() {
            @Override
            public void done(IbkrMessage said) {
                asking.remove(command.submitted());
                if (said instanceof IbkrMessage.Asked question) {
                    asked(command, question, asked + 1);
                } else if (said instanceof IbkrMessage.Taken(var orders)) {
                    command.outcome().done(orders.getFirst());
                }
            }

            @Override
            public void refused(String reason) {
                asking.remove(command.submitted());
                command.outcome().refused(reason);
            }
        });
    }

    /** An answer of 503, as one of 401, may be all that is told of a session that has ended. */
    private Verdict<IbkrMessage> verdict(IbkrKind kind, int status, byte[] body) {
        if (status == 401 || status >= 500) {
            suspicion.run();
        }
        IbkrMessage message = kind.read(body, surroundings.symbology());
        boolean good = message instanceof IbkrMessage.Asked
                || (message instanceof IbkrMessage.Taken(var orders) && orders.size() == 1);
        if (status == 200 && good) {
            return new Verdict.Done<>(message);
        }
        if (message instanceof IbkrMessage.Refused(String error)) {
            return status == 200
                    ? new Verdict.Refused<>(VenueMessage.reason(error))
                    : Verdict.refusedOrDoubt(status, error);
        }
        return Verdict.refusedOrDoubt(status, "not an answer");
    }

    private void asked(Command command, IbkrMessage.Asked question, int times) {
        Optional<String> objection = times > MOST
                ? Optional.of("not confirmed: the venue asks too often")
                : settings.questions().objection(question);
        if (objection.isEmpty()) {
            send(command, IbkrKind.PLACE, () -> requests.reply(question.id(), true), times);
            return;
        }
        // That it is declined is a courtesy: what is not confirmed is not taken.
        questions.decline(question.id());
        command.outcome().refused(VenueMessage.reason(objection.get()));
    }
}
