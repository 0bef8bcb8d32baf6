package io.mts1b.brokers.fix;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import quickfix.ConfigError;
import quickfix.DataDictionary;
import quickfix.FieldException;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.InvalidMessage;
import quickfix.Message;

/**
 * Reads the bytes of one message: its frame, and that it has what the dictionary of its version wants and nothing else, but
 * for fields that a counterparty made up.
 */
final class FixFrame {

    /** No message of order entry comes near it. */
    static final int LONGEST = 64 << 10;

    private static final char SOH = 1;
    private static final int TRAILER = 7;

    private final FixVersion version;
    private final DataDictionary session;
    private final DataDictionary application;

    FixFrame(FixVersion version) {
        this.version = version;
        this.session = dictionary(version.sessionDictionary());
        this.application = version.isLayered() ? dictionary(version.dictionary()) : session;
    }

    private static DataDictionary dictionary(String name) {
        try (InputStream in = Objects.requireNonNull(DataDictionary.class.getResourceAsStream("/" + name))) {
            DataDictionary dictionary = new DataDictionary(in);
            dictionary.setCheckUserDefinedFields(false);
            return dictionary;
        } catch (ConfigError e) {
            throw new IllegalStateException("dictionary " + name + " must be one", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FixVersion version() {
        return version;
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is none of the version; says what is wrong
     */
    FixMessage read(byte[] bytes) {
        String text = framed(new String(bytes, StandardCharsets.ISO_8859_1));
        try {
            Message message = new Message();
            message.fromString(text, session, application, true);
            validate(message);
            return Outgoing.read(message);
        } catch (InvalidMessage | FieldNotFound e) {
            throw new IllegalArgumentException("message must be one of FIX: " + e.getMessage(), e);
        } catch (IncorrectTagValue | IncorrectDataFormat | FieldException e) {
            throw new IllegalArgumentException(
                    "message must follow the dictionary of " + version.version() + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            // QuickFIX/J trips over some of what it should refuse.
            throw new IllegalArgumentException("message must be one of FIX: " + e, e);
        }
    }

    private void validate(Message message) throws IncorrectTagValue, FieldNotFound, IncorrectDataFormat {
        if (version.isLayered() && !message.isAdmin()) {
            application.validate(message, true);
        } else {
            session.validate(message);
        }
    }

    /** Checks begin, length and checksum. A message as people write it, with | between fields, is read too. */
    private String framed(String given) {
        Require.that(given.length() <= LONGEST, "message must be at most " + LONGEST + " bytes, was longer");
        String bare = given.endsWith("\n") ? given.substring(0, given.length() - 1) : given;
        String text = bare.indexOf(SOH) < 0 ? bare.replace('|', SOH) : bare;
        String begin = "8=" + version.beginString() + SOH + "9=";
        Require.that(
                text.startsWith(begin),
                "message must begin with " + begin.replace(SOH, '|') + ", was "
                        + Quoted.of(
                                text.substring(0, Math.min(text.length(), 20)).replace(SOH, '|')));
        int body = text.indexOf(SOH, begin.length()) + 1;
        String length = body == 0 ? "" : text.substring(begin.length(), body - 1);
        int end = text.length() - TRAILER;
        boolean closed = end >= body && text.startsWith("10=", end) && text.charAt(text.length() - 1) == SOH;
        Require.that(closed && body > 0, "message must end with a checksum, 10=");
        Require.that(
                length.equals(Integer.toString(end - body)) || length.matches("0+" + (end - body)),
                "tag 9 (BodyLength) must be " + (end - body) + ", was " + Quoted.of(length));
        int sum = 0;
        for (int i = 0; i < end; i++) {
            sum += text.charAt(i);
        }
        String wanted = Integer.toString(1000 + sum % 256).substring(1);
        String was = text.substring(end + 3, text.length() - 1);
        Require.that(was.equals(wanted), "tag 10 (CheckSum) must be " + wanted + ", was " + Quoted.of(was));
        return text;
    }
}
