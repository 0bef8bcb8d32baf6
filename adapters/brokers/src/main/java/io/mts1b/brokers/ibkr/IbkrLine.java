package io.mts1b.brokers.ibkr;

import io.mts1b.brokers.wire.Fields;
import io.mts1b.brokers.wire.VenueLine;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.security.Secret;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Brings the line up and keeps it so: gets into the session with the brokerage, names it to the stream, subscribes, and gives a
 * sign of life once a minute to both. When the session is lost the line is given up, and all begins anew.
 */
final class IbkrLine {

    private static final Duration KEEP = Duration.ofSeconds(55);
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final IbkrSettings settings;
    private final IbkrQuestions questions;
    private final VenueLink link;
    private final VenueLine line;
    private final Consumer<String> of;
    private final IbkrLogin login;
    private String account = "";
    private String waits = "";
    private long connection;
    private boolean looking;
    private Stage stage = Stage.OUT;

    /** Whether the stream has said that it knows us; it may do so before it is told which session it is. */
    private boolean greeted;

    private enum Stage {
        /** Not in the session, or not yet. */
        OUT,
        /** The stream was told which session it is. */
        NAMED,
        /** Orders and trades are subscribed to, and the stream has not answered yet. */
        SUBSCRIBED,
        /** It has. */
        UP
    }

    /** {@code of} is told which account it is. */
    IbkrLine(IbkrSettings settings, IbkrQuestions questions, VenueLink link, VenueLine line, Consumer<String> of) {
        this.settings = settings;
        this.questions = questions;
        this.link = link;
        this.line = line;
        this.of = of;
        this.login = new IbkrLogin(settings, questions, link, new IbkrLogin.Hears() {
            @Override
            public void in(String number, Secret session) {
                named(number, session);
            }

            @Override
            public void waits(String reason) {
                if (!reason.equals(waits)) {
                    waits = reason;
                    line.refuse(reason);
                }
            }

            @Override
            public void refused(String reason) {
                line.refuse(reason);
            }
        });
    }

    /** The account; empty before the first session. */
    String account() {
        return account;
    }

    void opened() {
        connection = line.opened();
        stage = Stage.OUT;
        greeted = false;
        login.begin();
    }

    void lost(String reason) {
        stage = Stage.OUT;
        login.end();
        line.lost(reason);
    }

    private void named(String number, Secret session) {
        account = number;
        of.accept(number);
        waits = "";
        stage = Stage.NAMED;
        line.mustComeUp(connection, settings.patience());
        name(connection, session);
        if (greeted) {
            subscribe();
        }
    }

    private void name(long mine, Secret session) {
        again(
                mine,
                Stage.NAMED,
                () -> send(new Fields().text("session", session.reveal()).toString()));
    }

    /** Says something, and says it again until the stream has answered. */
    private void again(long mine, Stage until, Runnable said) {
        if (line.isCurrent(mine) && stage == until) {
            said.run();
            link.after(AGAIN, () -> again(mine, until, said));
        }
    }

    private void send(String frame) {
        if (!link.send(frame)) {
            link.reset();
        }
    }

    private void subscribe() {
        stage = Stage.SUBSCRIBED;
        again(connection, Stage.SUBSCRIBED, () -> {
            send("sor+{}");
            send("str+{\"realtimeUpdatesOnly\":true}");
            send("tic"); // Answered when both are heard.
        });
        keep(connection);
    }

    private void keep(long mine) {
        link.after(KEEP, () -> {
            if (line.isCurrent(mine)) {
                send("tic");
                look();
                keep(mine);
            }
        });
    }

    /** Looks whether the session is still there. */
    void look() {
        if (looking || stage == Stage.OUT) {
            return;
        }
        looking = true;
        long mine = connection;
        questions.post(IbkrKind.TICKLE, "tickle", new IbkrQuestions.Hears() {
            @Override
            public void said(IbkrMessage message) {
                looking = false;
                if (line.isCurrent(mine)) {
                    told(message);
                }
            }

            @Override
            public void silent(String reason) {
                looking = false;
                if (line.isCurrent(mine) && reason.contains("status 401")) {
                    gone("nobody is signed in at the gateway");
                }
            }
        });
    }

    private void told(IbkrMessage message) {
        switch (message) {
            case IbkrMessage.Status status
            when !status.authenticated() ->
                gone(
                        status.competing()
                                ? "another program of the user has the session with the brokerage"
                                : "the session with the brokerage is lost");
            case IbkrMessage.Refused(String error) -> gone("the gateway refuses: " + error);
            default -> {}
        }
    }

    private void gone(String reason) {
        if (stage != Stage.OUT) {
            stage = Stage.OUT;
            if (line.isUp()) {
                line.giveUp(reason);
            } else {
                line.doesNotComeUp(reason);
            }
        }
    }

    void heard(IbkrMessage message) {
        boolean signed = message instanceof IbkrMessage.Status status && status.authenticated();
        boolean system = message instanceof IbkrMessage.Told(String what) && what.equals("system");
        if (signed || system) {
            greeted = true;
            if (stage == Stage.NAMED) {
                subscribe();
            }
            return;
        }
        if (message instanceof IbkrMessage.Told(String what) && (what.equals("tic") || what.equals("hb"))) {
            if (stage == Stage.SUBSCRIBED) {
                stage = Stage.UP;
                line.comesUp();
            }
            return;
        }
        told(message);
    }
}
