package io.mts1b.brokers.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.mts1b.brokers.fix.Script.Step;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import quickfix.ApplicationAdapter;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.UnsupportedMessageType;

/** A session of ours that waits, with the application the scripts are written for, which repeats new orders. */
final class ScriptedAcceptor {

    private static final int PATIENCE_MILLIS = 12_000;
    private static final int LOOKS = 20;

    private final SocketAcceptor acceptor;
    private final SessionID id;
    private final int port;

    private static final Log NOTHING = new Log() {
        @Override
        public void clear() {}

        @Override
        public void onIncoming(String message) {}

        @Override
        public void onOutgoing(String message) {}

        @Override
        public void onEvent(String text) {}

        @Override
        public void onErrorEvent(String text) {}
    };
    private static final LogFactory SILENT = _ -> NOTHING;

    /** Repeats orders and definitions of securities, but for those that may have been sent before, and were. */
    private static final class Echo extends ApplicationAdapter {

        private final FixVersion version;
        private final Set<String> names = new HashSet<>();

        Echo(FixVersion version) {
            this.version = version;
        }

        @Override
        public void fromAdmin(Message message, SessionID id) throws FieldNotFound, RejectLogon {
            SessionSetup.check(version, message);
        }

        @Override
        public synchronized void fromApp(Message message, SessionID id) throws FieldNotFound, UnsupportedMessageType {
            String type = message.getHeader().getString(35);
            if (!type.equals("D") && !type.equals("d")) {
                throw new UnsupportedMessageType();
            }
            if (type.equals("D")) {
                String name = message.getString(11);
                boolean again = message.getHeader().isSetField(97)
                        && message.getHeader().getBoolean(97);
                if (!names.add(name) && again) {
                    return;
                }
            }
            try {
                Session.sendToTarget((Message) message.clone(), id);
            } catch (SessionNotFound e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public synchronized void onLogout(SessionID id) {
            names.clear();
        }
    }

    private ScriptedAcceptor(FixVersion version, Path folder, String suite) throws ConfigError {
        port = Loopback.freePort();
        FixSession session = new FixSession(
                version,
                "ISLD",
                "TW",
                new FixSession.Endpoint("127.0.0.1", port, null),
                new FixSession.Store(folder, false, FixSession.Resets.AT_DISCONNECT),
                FixSession.Timing.USUAL,
                null);
        SessionSettings settings = SessionSetup.settings(session, false);
        id = SessionSetup.id(session);
        // The scripts know no fields that somebody made up, and the small suites want what we do not use.
        settings.setString(id, "ValidateUserDefinedFields", "Y");
        switch (suite) {
            case "lastMsgSeqNumProcessed" -> settings.setString(id, "EnableLastMsgSeqNumProcessed", "Y");
            case "nextExpectedMsgSeqNum" -> settings.setString(id, "EnableNextExpectedMsgSeqNum", "Y");
            default -> assertThat(suite).isEqualTo("server");
        }
        acceptor = new SocketAcceptor(
                new Echo(version), new FileStoreFactory(settings), settings, SILENT, new PlainMessages());
    }

    /** Plays a script to a session nobody has spoken to. */
    static void play(FixVersion version, Path folder, String suite, Script script) throws Exception {
        ScriptedAcceptor scripted = new ScriptedAcceptor(version, folder, suite);
        scripted.acceptor.start();
        try {
            scripted.play(script);
        } finally {
            scripted.acceptor.stop(true);
        }
    }

    private void play(Script script) throws IOException {
        Map<Integer, Socket> clients = new TreeMap<>();
        Map<Integer, InputStream> heard = new TreeMap<>();
        try {
            for (Step step : script.steps()) {
                if (step.kind() == Script.Kind.CONNECT) {
                    awaitFree(clients.isEmpty() || clients.values().stream().allMatch(Socket::isClosed));
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    socket.setTcpNoDelay(true);
                    clients.put(step.client(), socket);
                    heard.put(step.client(), new BufferedInputStream(socket.getInputStream()));
                } else if (step.kind() == Script.Kind.SET_NUMBER) {
                    setNumber(step.text());
                } else {
                    play(
                            step,
                            Objects.requireNonNull(clients.get(step.client())),
                            Objects.requireNonNull(heard.get(step.client())));
                }
            }
        } finally {
            for (Socket each : clients.values()) {
                each.close();
            }
        }
    }

    private void setNumber(String text) throws IOException {
        Session session = Objects.requireNonNull(Session.lookupSession(id));
        int number = Integer.parseInt(text.substring(text.indexOf('=') + 1).strip());
        if (text.contains("NEXTSENDERSEQNUM")) {
            session.setNextSenderMsgSeqNum(number);
        } else {
            session.setNextTargetMsgSeqNum(number);
        }
    }

    /**
     * The end of a connection is seen by the acceptor's threads, one after the other. One that is seen late would be taken
     * for the end of the next connection, so it is waited for: until none is counted, and the thread that hears has been idle
     * whenever it was looked at for a while.
     */
    private void awaitFree(boolean wanted) {
        Session session = Objects.requireNonNull(Session.lookupSession(id));
        for (int idle = 0; wanted && idle < LOOKS; idle++) {
            boolean gone = !session.hasResponder()
                    && acceptor.getQueueSize() == 0
                    && acceptor.getEndpoints().stream().allMatch(one -> one.getManagedSessionCount() == 0);
            if (!gone || isHearing()) {
                idle = 0;
            }
        }
    }

    private static boolean isHearing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("QFJ Message Processor"))
                .anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }

    private static void play(Step step, Socket socket, InputStream in) throws IOException {
        switch (step.kind()) {
            case SAY -> say(step, socket);
            case EXPECT -> expect(step, in);
            case HANG_UP -> socket.close();
            case EXPECT_END -> expectEnd(step, in, socket);
            case CONNECT, SET_NUMBER -> fail("done elsewhere");
        }
    }

    private static void say(Step step, Socket socket) throws IOException {
        try {
            socket.getOutputStream().write(Script.bytes(step.text(), Instant.now()));
        } catch (SocketException e) {
            fail("line " + step.line() + ": the connection ended before " + step.text(), e);
        }
    }

    private static void expect(Step step, InputStream in) throws IOException {
        String came = message(in);
        assertThat(came).as("line %d, expecting %s", step.line(), step.text()).isNotNull();
        List<String> wanted = comparable(Script.fields(step.text()));
        List<String> got = comparable(Script.fields(Objects.requireNonNull(came)));
        assertThat(matches(wanted, got))
                .as("line %d%nwanted %s%ncame   %s", step.line(), wanted, got)
                .isTrue();
    }

    /** Some scripts leave out times and versions. The order of fields counts where one comes twice, in groups. */
    private static boolean matches(List<String> wanted, List<String> got) {
        return inOrder(wanted, got)
                || (isPlain(got)
                        && inOrder(
                                wanted.stream().sorted().toList(),
                                got.stream().sorted().toList()));
    }

    private static boolean isPlain(List<String> fields) {
        return fields.stream()
                        .map(field -> field.substring(0, field.indexOf('=') + 1))
                        .distinct()
                        .count()
                == fields.size();
    }

    private static boolean inOrder(List<String> wanted, List<String> got) {
        int next = 0;
        for (String field : got) {
            boolean isNext = next < wanted.size()
                    && (field.equals(wanted.get(next))
                            || (field.startsWith("58=") && field.startsWith(wanted.get(next))));
            if (isNext) {
                next++;
            } else if (!field.endsWith("=TIME") && !field.startsWith("1137=")) {
                return false;
            }
        }
        return next == wanted.size();
    }

    /** Without the length and the checksum, which were checked, and with any time for a time. */
    private static List<String> comparable(List<String> fields) {
        List<String> kept = new ArrayList<>();
        for (String field : fields) {
            if (!field.isEmpty() && !field.startsWith("9=") && !field.startsWith("10=")) {
                kept.add(field.replaceFirst("=\\d{8}-\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?$|=<TIME>$", "=TIME"));
            }
        }
        return kept;
    }

    private static void expectEnd(Step step, InputStream in, Socket socket) throws IOException {
        // A reason may be told first.
        for (String came = message(in); came != null; came = message(in)) {
            assertThat(came).as("line %d, expecting the end", step.line()).doesNotStartWith("nothing");
        }
        socket.close();
    }

    /** Reads one message, whose length and checksum must be right; null at the end. */
    private static @org.jspecify.annotations.Nullable String message(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            while (true) {
                int next = in.read();
                if (next < 0) {
                    return null;
                }
                text.append((char) next);
                int end = text.length();
                boolean ends = next == 1
                        && end > 8
                        && text.charAt(end - 8) == 1
                        && text.substring(end - 7, end - 4).equals("10=");
                if (ends) {
                    return checked(text.toString());
                }
            }
        } catch (SocketTimeoutException e) {
            return "nothing=" + (char) 1 + text;
        } catch (SocketException e) {
            return null;
        }
    }

    private static String checked(String message) {
        int bodyFrom = message.indexOf((char) 1, message.indexOf("9=")) + 1;
        int bodyTo = message.length() - 7;
        int sum = 0;
        for (byte one : message.substring(0, bodyTo).getBytes(StandardCharsets.ISO_8859_1)) {
            sum += one & 0xff;
        }
        assertThat(message).contains((char) 1 + "9=" + (bodyTo - bodyFrom) + (char) 1);
        assertThat(message).endsWith("10=%03d".formatted(sum % 256) + (char) 1);
        return message;
    }
}
