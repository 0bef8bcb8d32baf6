package io.mts1b.brokers.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

/**
 * Hands what came to its session on the thread that read it. QuickFIX/J's own ways hand it to another thread first, which for
 * one session brings nothing and takes time.
 */
final class Direct implements EventHandlingStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(Direct.class);

    private final SessionConnector connector;

    Direct(SessionConnector connector) {
        this.connector = connector;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // There is one such message.
    public void onMessage(Session session, Message message) {
        try {
            if (message == END_OF_STREAM) {
                session.disconnect("the other side hung up", false);
            } else {
                session.next(message);
            }
        } catch (Exception e) {
            // As QuickFIX/J does: what one message breaks must not end the thread of all.
            LOG.error("a message of session {} was not processed", session.getSessionID(), e);
        }
    }

    @Override
    public SessionConnector getSessionConnector() {
        return connector;
    }

    @Override
    public int getQueueSize() {
        return 0;
    }

    @Override
    public int getQueueSize(SessionID id) {
        return 0;
    }
}
