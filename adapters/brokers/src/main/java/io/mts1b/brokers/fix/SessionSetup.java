package io.mts1b.brokers.fix;

import org.jspecify.annotations.Nullable;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.SessionID;
import quickfix.SessionSettings;

/** Writes a session of ours in the words of QuickFIX/J. */
final class SessionSetup {

    private SessionSetup() {}

    /** The name QuickFIX/J keeps a session by. */
    static SessionID id(FixSession session) {
        return new SessionID(session.version().beginString(), session.sender(), session.target());
    }

    /** Refuses a logon that wants to speak another version over a session of FIXT. */
    static void check(FixVersion version, Message message) throws FieldNotFound, RejectLogon {
        boolean isLogon = message.getHeader().getString(35).equals("A");
        if (isLogon && version.isLayered() && !message.getString(1137).equals(version.layer())) {
            throw new RejectLogon("Invalid DefaultApplVerID=" + message.getString(1137));
        }
    }

    /** Everything that is not QuickFIX/J's default, and what must not change if a default of its does. */
    static SessionSettings settings(FixSession session, boolean calls) {
        SessionSettings settings = new SessionSettings();
        Words words = new Words(settings, id(session));
        settings.setString("ConnectionType", calls ? "initiator" : "acceptor");
        words.set("ConnectionType", calls ? "initiator" : "acceptor");
        words.set("NonStopSession", "Y");
        words.set("HeartBtInt", session.timing().heartbeat().toSeconds());
        words.set("MaxLatency", session.timing().skew().toSeconds());
        words.set("CheckLatency", "Y");
        words.set("CheckCompID", "Y");
        words.set("ValidateChecksum", "Y");
        words.set("RequiresOrigSendingTime", "Y");
        words.set("PersistMessages", "Y");
        dictionaries(session.version(), words);
        store(session.store(), words);
        endpoint(session, calls, words);
        return settings;
    }

    private record Words(SessionSettings settings, SessionID id) {

        void set(String name, Object value) {
            settings.setString(id, name, value.toString());
        }

        void set(String name, boolean value) {
            set(name, value ? "Y" : "N");
        }
    }

    private static void dictionaries(FixVersion version, Words words) {
        words.set("UseDataDictionary", "Y");
        if (version.isLayered()) {
            words.set("DefaultApplVerID", "FIX." + version.version());
            words.set("TransportDataDictionary", version.sessionDictionary());
            words.set("AppDataDictionary", version.dictionary());
        } else {
            words.set("DataDictionary", version.dictionary());
        }
        // Counterparties have fields of their own, which say nothing to us.
        words.set("ValidateUserDefinedFields", "N");
    }

    private static void store(FixSession.Store store, Words words) {
        words.set("FileStorePath", store.folder());
        words.set("FileStoreSync", store.forced());
        words.set("ResetOnLogon", store.resets() == FixSession.Resets.AT_LOGON);
        words.set("ResetOnLogout", store.resets() == FixSession.Resets.AT_DISCONNECT);
        words.set("ResetOnDisconnect", store.resets() == FixSession.Resets.AT_DISCONNECT);
    }

    private static void endpoint(FixSession session, boolean calls, Words words) {
        FixSession.Endpoint endpoint = session.endpoint();
        words.set(calls ? "SocketConnectHost" : "SocketAcceptAddress", endpoint.host());
        words.set(calls ? "SocketConnectPort" : "SocketAcceptPort", endpoint.port());
        words.set("ReconnectInterval", session.timing().reconnect().toSeconds());
        words.set("SocketTcpNoDelay", "Y");
        if (!calls) {
            words.set("SocketReuseAddress", "Y");
        }
        FixTls tls = endpoint.tls();
        if (tls == null) {
            return;
        }
        words.set("SocketUseSSL", "Y");
        words.set("EnabledProtocols", "TLSv1.3,TLSv1.2");
        words.set("NeedClientAuth", tls.mutual());
        if (calls) {
            words.set("EndpointIdentificationAlgorithm", "HTTPS");
        }
        keys("SocketTrustStore", tls.trusted(), words);
        keys("SocketKeyStore", tls.own(), words);
    }

    private static void keys(String name, FixTls.@Nullable KeyFile keys, Words words) {
        if (keys != null) {
            words.set(name, keys.file());
            words.set(name + "Password", keys.password().reveal());
            words.set(name.replace("Socket", "") + "Type", "PKCS12");
        }
    }
}
