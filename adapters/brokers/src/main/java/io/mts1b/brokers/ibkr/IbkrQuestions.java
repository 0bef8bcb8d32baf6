package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.wire.Fields;
import io.mts1b.brokers.wire.RequestLimit;
import io.mts1b.brokers.wire.RestQuestions;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.http.HttpRequest;
import io.mts1b.platform.symbology.Symbology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the gateway, at the pace of each of its questions. */
final class IbkrQuestions {

    /** So often a list that is not yet whole is asked for again. */
    private static final int TRIES = 6;

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final IbkrRequests requests;
    private final Symbology symbology;
    private final VenueLink link;
    private final RestQuestions<IbkrMessage> all;
    private final RestQuestions<IbkrMessage> orders;
    private final RestQuestions<IbkrMessage> trades;

    /** Who waits for the list of orders that is asked for next. */
    private List<Hears> waiting = new ArrayList<>();

    private boolean listing;

    /** Who is told: what the venue said, or why it said nothing that can be understood. */
    interface Hears extends RestQuestions.Listener<IbkrMessage> {

        static Hears of(Consumer<IbkrMessage> said, Consumer<String> silent) {
            return new Hears() {
                @Override
                public void said(IbkrMessage message) {
                    if (message instanceof IbkrMessage.Refused(String error)) {
                        silent.accept(error);
                    } else {
                        said.accept(message);
                    }
                }

                @Override
                public void silent(String reason) {
                    silent.accept(reason);
                }
            };
        }
    }

    IbkrQuestions(IbkrRequests requests, IbkrBroker.Surroundings surroundings, VenueLink link, RequestLimit limit) {
        this.requests = requests;
        this.symbology = surroundings.symbology();
        this.link = link;
        IbkrBroker.Pacing pacing = surroundings.pacing();
        this.all = new RestQuestions<>(link, limit);
        this.orders = new RestQuestions<>(link, pacing.limit(pacing.orders(), surroundings.clock()));
        this.trades = new RestQuestions<>(link, pacing.limit(pacing.trades(), surroundings.clock()));
    }

    private void ask(RestQuestions<IbkrMessage> pace, IbkrKind kind, Supplier<HttpRequest> request, Hears hears) {
        pace.ask(RestQuestions.Question.of(kind.toString(), request, body -> kind.read(body, symbology)), hears);
    }

    void get(IbkrKind kind, String path, Map<String, String> query, Hears hears) {
        ask(kind == IbkrKind.TRADES ? trades : all, kind, () -> requests.get(path, query), hears);
    }

    /** What is asked by {@code POST} though it may be asked twice. */
    void post(IbkrKind kind, String path, Hears hears) {
        ask(all, kind, () -> requests.post(path, new Fields()), hears);
    }

    /** Declines a question of the venue, whatever comes of that. */
    void decline(String question) {
        ask(all, IbkrKind.DONE, () -> requests.reply(question, false), Hears.of(_ -> {}, _ -> {}));
    }

    /** Has the gateway forget the list it has, and begin another. */
    void forget(Hears hears) {
        ask(orders, IbkrKind.ORDERS, () -> requests.get("iserver/account/orders", Map.of("force", "true")), hears);
    }

    /** Asks for all orders; who asks before the question is sent hears the same answer. */
    void orders(Hears hears) {
        waiting.add(hears);
        if (!listing) {
            listing = true;
            list(1, new ArrayList<>());
        }
    }

    private void list(int tries, List<Hears> asked) {
        Supplier<HttpRequest> request = () -> {
            asked.addAll(waiting);
            waiting = new ArrayList<>();
            listing = false;
            return requests.get("iserver/account/orders", Map.of());
        };
        ask(orders, IbkrKind.ORDERS, request, new Hears() {
            @Override
            public void said(IbkrMessage message) {
                if (!(message instanceof IbkrMessage.Orders(var _, boolean snapshot)) || snapshot) {
                    asked.forEach(one -> one.said(message));
                } else if (tries == TRIES) {
                    asked.forEach(one -> one.silent("the list of orders does not become whole"));
                } else {
                    link.after(AGAIN, () -> list(tries + 1, asked));
                }
            }

            @Override
            public void silent(String reason) {
                asked.forEach(one -> one.silent(reason));
            }
        });
    }
}
