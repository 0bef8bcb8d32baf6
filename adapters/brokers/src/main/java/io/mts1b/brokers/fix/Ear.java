package io.mts1b.brokers.fix;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.SessionID;

/** What QuickFIX/J tells, told on in our words. */
final class Ear implements Application, LogFactory {

    private static final String HEARTBEAT = "0";
    private static final String REJECT = "3";
    private static final String LOGOUT = "5";
    private static final String LOGON = "A";

    private final FixLine.Listener listener;
    private final FixSession session;
    private final boolean calls;
    private final AtomicBoolean up = new AtomicBoolean();
    private volatile @Nullable String lastWords;

    Ear(FixSession session, FixLine.Listener listener, boolean calls) {
        this.session = session;
        this.listener = listener;
        this.calls = calls;
    }

    @Override
    public void onCreate(SessionID id) {
        // Nothing has happened.
    }

    @Override
    public void onLogon(SessionID id) {
        lastWords = null;
        if (!up.getAndSet(true)) {
            listener.up();
        }
    }

    @Override
    public void onLogout(SessionID id) {
        if (up.getAndSet(false)) {
            String words = lastWords;
            listener.down(words == null ? "the line was lost" : words);
        }
    }

    @Override
    public void toAdmin(Message message, SessionID id) {
        String type = text(message.getHeader(), 35);
        if (LOGON.equals(type)) {
            FixSession.User user = session.user();
            if (user != null && calls) {
                message.setString(553, user.name());
                message.setString(554, user.password().reveal());
            }
        } else if (REJECT.equals(type)) {
            listener.unreadable("message " + text(message, 45) + " of type " + text(message, 372) + ": "
                    + text(message, 58) + ", tag " + text(message, 371));
        }
    }

    @Override
    public void fromAdmin(Message message, SessionID id) throws FieldNotFound, RejectLogon {
        SessionSetup.check(session.version(), message);
        String type = text(message.getHeader(), 35);
        if (LOGOUT.equals(type)) {
            String words = text(message, 58);
            lastWords = words == null ? "the counterparty logged out" : "the counterparty logged out: " + words;
        } else if (REJECT.equals(type)) {
            listener.heard(Outgoing.read(message));
        } else if (HEARTBEAT.equals(type) && message.isSetField(112)) {
            listener.heard(new FixMessage(HEARTBEAT).set(FixTag.TEXT, message.getString(112)));
        }
    }

    @Override
    public void toApp(Message message, SessionID id) throws DoNotSend {
        if (message instanceof Outgoing outgoing) {
            outgoing.of().numbered(number(message));
        } else if (calls && message.getHeader().isSetField(43)) {
            throw new DoNotSend(); // It is told as a gap; an order is asked about, not sent again.
        } else if (!message.getHeader().isSetField(43)) {
            listener.unreadable(
                    "message " + text(message, 45) + " of type " + text(message, 372) + ": " + text(message, 58));
        }
    }

    @Override
    public void fromApp(Message message, SessionID id) throws FieldNotFound {
        listener.heard(Outgoing.read(message));
    }

    private static long number(Message message) {
        String number = text(message.getHeader(), 34);
        return number == null ? 0 : Long.parseLong(number);
    }

    private static @Nullable String text(quickfix.FieldMap where, int tag) {
        try {
            return where.isSetField(tag) ? where.getString(tag) : null;
        } catch (FieldNotFound e) {
            throw new IllegalStateException("a field that is set must be found", e);
        }
    }

    /** Keeps no messages, for there are passwords in them. */
    @Override
    public Log create(SessionID id) {
        return new Log() {
            @Override
            public void clear() {
                lastWords = null;
            }

            @Override
            public void onIncoming(String message) {
                // It is told to the application.
            }

            @Override
            public void onOutgoing(String message) {
                // It is told by the application.
            }

            @Override
            public void onEvent(String text) {
                // What matters comes as an error, or as a message.
            }

            @Override
            public void onErrorEvent(String text) {
                lastWords = text;
            }
        };
    }
}
