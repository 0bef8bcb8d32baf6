package io.mts1b.brokers.fix;

import io.mts1b.foundation.Require;
import io.mts1b.platform.files.FolderLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.mina.core.service.IoAcceptor;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.Connector;
import quickfix.FileStoreFactory;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.SocketInitiator;
import quickfix.mina.EventHandlingStrategy;

/**
 * One end of a session, by QuickFIX/J: numbers, heartbeats, logon and logout, gaps and duplicates are its affair.
 *
 * <p>Thread-safe. The listener is called by QuickFIX/J's thread of the line.
 */
public final class FixLine implements AutoCloseable {

    private final FixSession settings;
    private final boolean calls;
    private final SessionID id;
    private final Connector connector;
    private volatile @Nullable Session session;
    private @Nullable FolderLock lock;

    /** Who hears of a session. */
    public interface Listener {

        /** Both sides have logged on. */
        void up();

        /**
         * The session is over, until both sides log on again.
         *
         * @param reason why
         */
        void down(String reason);

        /**
         * A message of the application came, or a refusal of one of ours, type 3.
         *
         * @param message the message
         */
        void heard(FixMessage message);

        /**
         * A message came that is none of its version, and was refused.
         *
         * @param reason what is wrong with it
         */
        void unreadable(String reason);
    }

    private FixLine(FixSession settings, boolean calls, MessageStoreFactory store, Listener listener) {
        this.settings = settings;
        this.calls = calls;
        this.id = SessionSetup.id(settings);
        Ear ear = new Ear(settings, listener, calls);
        SessionSettings written = SessionSetup.settings(settings, calls);
        try {
            connector = calls ? initiator(ear, store, written) : acceptor(ear, store, written);
        } catch (ConfigError e) {
            throw refused(e);
        }
    }

    private static Connector initiator(Ear ear, MessageStoreFactory store, SessionSettings settings)
            throws ConfigError {
        return new SocketInitiator(ear, store, settings, ear, new PlainMessages()) {
            private final EventHandlingStrategy direct = new Direct(this);

            @Override
            protected EventHandlingStrategy getEventHandlingStrategy() {
                return direct;
            }
        };
    }

    private static Connector acceptor(Ear ear, MessageStoreFactory store, SessionSettings settings) throws ConfigError {
        return new SocketAcceptor(ear, store, settings, ear, new PlainMessages()) {
            private final EventHandlingStrategy direct = new Direct(this);

            @Override
            protected EventHandlingStrategy getEventHandlingStrategy() {
                return direct;
            }
        };
    }

    private IllegalArgumentException refused(ConfigError e) {
        return new IllegalArgumentException("session " + id + " must be one that can be opened: " + e.getMessage(), e);
    }

    /**
     * Makes the end that calls. It sends nothing twice: what the counterparty asks for again is told as a gap.
     *
     * @param settings the session
     * @param listener who hears of it
     * @return the line, closed
     */
    public static FixLine calling(FixSession settings, Listener listener) {
        return new FixLine(settings, true, files(settings), listener);
    }

    /**
     * Makes the end that waits, on a loopback address. It sends again what the counterparty asks for.
     *
     * @param settings the session
     * @param listener who hears of it
     * @return the line, closed
     */
    public static FixLine waiting(FixSession settings, Listener listener) {
        String host = settings.endpoint().host();
        Require.that(
                host.equals("127.0.0.1") || host.equals("::1") || host.equals("localhost"),
                "host must be a loopback address, for nobody else is waited for, was " + host);
        return new FixLine(settings, false, files(settings), listener);
    }

    private static MessageStoreFactory files(FixSession settings) {
        return new FileStoreFactory(SessionSetup.settings(settings, true));
    }

    /**
     * Begins: calls until somebody answers, and again whenever the line is lost; or waits to be called.
     *
     * @throws IllegalArgumentException if another process, or another line of this one, has the folder of the session: two
     *     would use the same numbers, and each miss what the other was told
     */
    public void open() {
        takeFolder();
        try {
            connector.start();
        } catch (ConfigError e) {
            giveFolderBack();
            throw refused(e);
        }
        session = Session.lookupSession(id);
    }

    private synchronized void takeFolder() {
        if (lock == null) {
            Path folder = settings.store().folder();
            try {
                lock = FolderLock.acquire(
                        Files.createDirectories(folder),
                        holder -> new IllegalArgumentException("session " + id + " must have its folder " + folder
                                + " for itself, " + holder + " uses it"));
            } catch (IOException e) {
                throw new UncheckedIOException(folder + " must be writable", e);
            }
        }
    }

    private synchronized void giveFolderBack() {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                lock = null;
            }
        }
    }

    /**
     * Returns whether both sides are logged on.
     *
     * @return whether something can be sent
     */
    public boolean isUp() {
        Session current = session;
        return current != null && current.isLoggedOn();
    }

    /**
     * Sends a message. The end that waits may send without a line: what it tells is told when there is one. The end that calls
     * sends nothing then, for nobody wants an order later.
     *
     * @param message the message
     * @return whether it may have been sent; false if it certainly was not, and, by the end that calls, never will be
     */
    public boolean send(FixMessage message) {
        Session current = session;
        return current != null && (!calls || current.isLoggedOn()) && current.send(new Outgoing(message));
    }

    /**
     * Asks the other end for a sign of life, type 1. Its answer comes after everything it said before, and after it has heard
     * everything that was said to it before.
     *
     * @param name tag 112, which is heard again in tag 58 of a message of type 0
     * @return as {@link #send}
     */
    public boolean probe(String name) {
        Session current = session;
        quickfix.Message test = new quickfix.Message();
        test.getHeader().setString(35, "1");
        test.setString(112, name);
        return current != null && current.isLoggedOn() && current.send(test);
    }

    /** Ends the connection as a broken wire does: nobody says goodbye. Whoever waits is away until {@link #resume}. */
    public void cut() {
        Session current = session;
        if (connector instanceof SocketAcceptor acceptor) {
            acceptor.getEndpoints().forEach(IoAcceptor::unbind);
        }
        if (current != null) {
            try {
                current.disconnect("cut", false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits for calls again. */
    public void resume() {
        if (connector instanceof SocketAcceptor acceptor) {
            SocketAddress address =
                    Require.present(acceptor.getAcceptorAddresses().get(id), "a session waits somewhere");
            for (IoAcceptor endpoint : acceptor.getEndpoints()) {
                try {
                    endpoint.bind(address);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Logs out, if it is up, and ends its threads. */
    @Override
    public void close() {
        try {
            connector.stop(!isUp());
        } finally {
            giveFolderBack();
        }
    }

    /** Returns who speaks with whom. */
    @Override
    public String toString() {
        return (calls ? "calling " : "waiting ")
                + Objects.requireNonNull(settings).target();
    }
}
