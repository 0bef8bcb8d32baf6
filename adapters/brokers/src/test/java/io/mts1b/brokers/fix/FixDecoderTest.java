package io.mts1b.brokers.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.testkit.ForAll;
import io.mts1b.testkit.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FixDecoderTest {

    private static final char SOH = 1;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Frames the fields of a message as the version does. */
    private static String framed(FixVersion version, String fields) {
        String body = fields.replace(' ', SOH) + SOH;
        String text = "8=" + version.beginString() + SOH + "9=" + body.length() + SOH + body;
        return new String(Script.bytes(text, java.time.Instant.EPOCH), StandardCharsets.ISO_8859_1);
    }

    private static String trade(FixVersion version) {
        return framed(
                version,
                "35=8 34=2 49=VENUE 52=20240506-13:30:00.001 56=HOUSE 6=49.5 11=" + Reports.OURS + " 14=30 17=E1"
                        + (version.hasTransactionTypes() ? " 20=0" : "")
                        + " 31=49.5 32=30 37=V1 38=100 39=1 54=1 55=AAPL 60=20240506-13:30:00.000 "
                        + (version.hasTransactionTypes() ? "150=1" : "150=F") + " 151=70 207=XNAS");
    }

    @ParameterizedTest
    @EnumSource(FixVersion.class)
    void a_message_is_read_to_the_byte(FixVersion version) {
        String message = trade(version);
        FixDecoder.Decoded decoded = FixDecoder.decode(bytes(message), version.version());
        assertThat(decoded.says()).isEqualTo("news");
        assertThat(decoded.news())
                .hasToString("[Traded[fill=VenueFill[fillId=E1, order=OrderName[ours=" + Reports.OURS
                        + ", venues=V1], instrument=AAPL.XNAS, buys=true, quantity=30, price=49.5, fee=0 XXX, "
                        + "liquidity=UNKNOWN, at=2024-05-06T13:30:00Z]]]");
        assertThat(FixDecoder.decode(bytes(message.replace(SOH, '|') + "\n"), version.beginString()))
                .isEqualTo(decoded);
    }

    @Test
    void a_message_that_is_none_is_refused_and_told_why() {
        String message = trade(FixVersion.FIX44);
        refused(message, "4.3", "version must be one of 4.2, 4.4, 5.0SP2, was '4.3'");
        refused(message, "4.2", "message must begin with 8=FIX.4.2|9=, was '8=FIX.4.4|9=");
        refused(message.replace("6=49.5", "6=49.6"), "4.4", "tag 10 (CheckSum) must be");
        refused(message.replace("9=1", "9=2"), "4.4", "tag 9 (BodyLength) must be");
        refused(message.substring(0, message.length() - 3), "4.4", "message must end with a checksum, 10=");
        refused("x".repeat(FixFrame.LONGEST + 1), "4.4", "message must be at most 65536 bytes, was longer");
        refused("", "4.4", "message must begin with");
        refused(framed(FixVersion.FIX44, "35=8 34=2 49=V 52=20240506-13:30:00 56=H 37=V1"), "4.4", "must follow");
        refused(framed(FixVersion.FIX44, "35=8 34=2 49=V 52=yesterday 56=H 37=V1"), "4.4", "message must");
        refused(framed(FixVersion.FIX44, "35=0 34=2 49=V 52=20240506-13:30:00 56=H"), "4.4", "message type must be");
    }

    private static void refused(String message, String version, String reason) {
        assertThatThrownBy(() -> FixDecoder.decode(bytes(message), version))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    /** Whatever comes is read, or refused in words. */
    @ParameterizedTest
    @EnumSource(FixVersion.class)
    void mangled_messages_are_read_or_refused(FixVersion version) {
        String message = trade(version);
        FixFrame frame = new FixFrame(version);
        List<String> outcomes = new ArrayList<>();
        ForAll.cases(3_000, random -> {
            String mangled = mangled(message, random);
            String framed = random.nextBoolean() ? mangled : reframed(mangled);
            try {
                FixDecoder.decode(bytes(framed), frame);
                outcomes.add("read");
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s).{10,}");
                outcomes.add("refused");
            }
        });
        assertThat(outcomes).contains("read", "refused");
    }

    private static String mangled(String message, RandomGenerator random) {
        StringBuilder text = new StringBuilder(message);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                default -> text.insert(at, SOH + "" + random.nextInt(1_000) + "=" + random.nextInt() + SOH);
            }
            if (text.isEmpty()) {
                text.append('8');
            }
        }
        return text.toString();
    }

    /** Gives a mangled message a right length and checksum, so that what is within is looked at. */
    private static String reframed(String mangled) {
        int body = mangled.indexOf(SOH + "35=");
        int sum = mangled.lastIndexOf(SOH + "10=");
        int begin = mangled.indexOf(SOH);
        if (body < 0 || sum <= body || begin > body) {
            return mangled;
        }
        String text = mangled.substring(0, begin + 1) + "9=" + (sum - body) + mangled.substring(body, sum + 1);
        return new String(Script.bytes(text, java.time.Instant.EPOCH), StandardCharsets.ISO_8859_1);
    }

    /** The recorded messages are orders, quotes and broken frames; none is an answer to an order. Each is refused by name. */
    @Test
    @Tag(SharedData.TAG)
    void recorded_messages_are_refused_for_what_they_are() throws IOException {
        Path folder = SharedData.path("fix");
        SortedMap<String, Integer> said = new TreeMap<>();
        List<String> messages = new ArrayList<>(Files.readAllLines(folder.resolve("quickfixj_java_test_messages.txt")));
        for (String name : List.of("fix2json_42_order_single.txt", "fix2json_44_new_order_cross.txt")) {
            String text = Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
            for (String one : text.split("(?=8=FIX)", -1)) {
                if (one.startsWith("8=")) {
                    messages.add(one.strip());
                }
            }
        }
        for (String message : messages) {
            String begin = message.substring(2, Math.min(message.length(), 9));
            String version = begin.startsWith("FIXT") ? "5.0SP2" : begin.equals("FIX.4.2") ? "4.2" : "4.4";
            try {
                FixDecoder.decode(bytes(message), version);
                said.merge("read", 1, Integer::sum);
            } catch (IllegalArgumentException e) {
                String reason = String.valueOf(e.getMessage());
                said.merge(reason.replaceAll("([:,]| \\d| 8=FIX| of \\d).*", ""), 1, Integer::sum);
            }
        }
        assertThat(said)
                .hasToString(
                        "{message must be one of FIX=1, message must begin with=2, message must end with a checksum=15, "
                                + "message must follow the dictionary=2, tag=14}");
    }
}
