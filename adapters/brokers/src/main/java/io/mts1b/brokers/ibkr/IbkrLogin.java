package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.security.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gets into the session with the brokerage, for as long as that takes: a person signs in at the gateway, the session ends each
 * night, and another program of the same user may have it. It is begun again where it has ended, and never taken from who has it.
 */
final class IbkrLogin {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final IbkrSettings settings;
    private final IbkrQuestions questions;
    private final VenueLink link;
    private final Hears hears;
    private long attempt;

    /** Who is told how it goes. */
    interface Hears {

        /** We are in: with this account, and a session that the stream must name. */
        void in(String account, Secret session);

        /** Not yet; somebody must do something about it. */
        void waits(String reason);

        /** Never, with these settings. */
        void refused(String reason);
    }

    IbkrLogin(IbkrSettings settings, IbkrQuestions questions, VenueLink link, Hears hears) {
        this.settings = settings;
        this.questions = questions;
        this.link = link;
        this.hears = hears;
    }

    void begin() {
        status(++attempt);
    }

    void end() {
        attempt++;
    }

    private void later(long mine, Duration delay) {
        link.after(delay, () -> {
            if (mine == attempt) {
                status(mine);
            }
        });
    }

    private IbkrQuestions.Hears hears(long mine, Consumer<IbkrMessage> said) {
        return IbkrQuestions.Hears.of(
                message -> {
                    if (mine == attempt) {
                        said.accept(message);
                    }
                },
                reason -> {
                    if (mine == attempt) {
                        later(mine, SOON);
                    }
                });
    }

    private void status(long mine) {
        questions.post(IbkrKind.TICKLE, "tickle", new IbkrQuestions.Hears() {
            @Override
            public void said(IbkrMessage message) {
                if (mine == attempt) {
                    looked(mine, message);
                }
            }

            @Override
            public void silent(String reason) {
                if (mine == attempt) {
                    boolean out = reason.contains("status 401");
                    if (out) {
                        hears.waits("nobody is signed in at the gateway");
                    }
                    later(mine, out ? LATER : SOON);
                }
            }
        });
    }

    private void looked(long mine, IbkrMessage message) {
        switch (message) {
            case IbkrMessage.Status status
            when status.authenticated() -> {
                Secret session = status.session();
                if (session == null) {
                    later(mine, LATER);
                } else {
                    accounts(mine, session);
                }
            }
            case IbkrMessage.Status status
            when status.competing() -> {
                hears.waits("another program of the user has the session with the brokerage");
                later(mine, LATER);
            }
            case IbkrMessage.Status _ ->
                questions.post(IbkrKind.STATUS, "iserver/reauthenticate", hears(mine, _ -> later(mine, LATER)));
            case IbkrMessage.Refused(String error) -> {
                hears.waits("nobody is signed in at the gateway: " + error);
                later(mine, LATER);
            }
            default -> later(mine, LATER);
        }
    }

    /** The venue wants both lists to be asked for before anything else of an account is. */
    private void accounts(long mine, Secret session) {
        questions.get(
                IbkrKind.ACCOUNTS,
                "iserver/accounts",
                Map.of(),
                hears(mine, message -> chosen(mine, session, message)));
    }

    private void chosen(long mine, Secret session, IbkrMessage message) {
        if (!(message instanceof IbkrMessage.Accounts accounts)) {
            later(mine, LATER);
            return;
        }
        String account;
        try {
            account = settings.choose(accounts);
        } catch (IllegalArgumentException e) {
            hears.refused(String.valueOf(e.getMessage()));
            return;
        }
        questions.get(IbkrKind.PORTFOLIOS, "portfolio/accounts", Map.of(), hears(mine, said -> {
            if (said instanceof IbkrMessage.Accounts some && some.numbers().contains(account)) {
                questions.forget(hears(mine, _ -> hears.in(account, session)));
            } else {
                hears.refused("account " + account + " must be one that may be looked at, is not");
            }
        }));
    }
}
