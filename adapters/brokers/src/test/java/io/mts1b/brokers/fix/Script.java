package io.mts1b.brokers.fix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A conversation: who connects, what is said, what must be answered, and who hangs up. */
record Script(List<Step> steps) {

    private static final char SOH = 1;
    private static final Pattern LINE = Pattern.compile("([iIeE])(?:(\\d+),)?(.*)");
    private static final Pattern TIME = Pattern.compile("<TIME([+-]\\d+)?>");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss.SSS");

    enum Kind {
        CONNECT,
        SET_NUMBER,
        SAY,
        EXPECT,
        HANG_UP,
        EXPECT_END
    }

    record Step(int line, Kind kind, int client, String text) {}

    static Script read(Path file, FixVersion version) throws IOException {
        List<Step> steps = new ArrayList<>();
        String[] lines = Files.readString(file, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = LINE.matcher(lines[i].strip().isEmpty() ? "" : lines[i]);
            if (lines[i].startsWith("#") || !matcher.matches()) {
                continue;
            }
            String text = version == FixVersion.FIX50SP2
                    ? matcher.group(3).replace(SOH + "1137=10" + SOH, SOH + "1137=9" + SOH)
                    : matcher.group(3);
            int client = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
            steps.add(new Step(i + 1, kind(matcher.group(1), text), client, text));
        }
        return new Script(steps);
    }

    private static Kind kind(String letter, String text) {
        return switch (letter) {
            case "i" ->
                text.startsWith("CONNECT")
                        ? Kind.CONNECT
                        : text.startsWith("SET_SESSION") ? Kind.SET_NUMBER : Kind.HANG_UP;
            case "e" -> Kind.EXPECT_END;
            case "I" -> Kind.SAY;
            default -> Kind.EXPECT;
        };
    }

    /** Fills in what the script leaves open: times, and length and checksum where it does not say wrong ones. */
    static byte[] bytes(String text, Instant now) {
        String timed = TIME.matcher(text).replaceAll(match -> {
            String seconds = match.group(1);
            // What is in the future comes nearer on its way.
            long ahead = seconds == null || seconds.startsWith("-") ? 0 : 500;
            Instant at = seconds == null
                    ? now
                    : now.plusSeconds(Long.parseLong(seconds)).plusMillis(ahead);
            return STAMP.format(at.atOffset(ZoneOffset.UTC));
        });
        String closed = timed.endsWith(String.valueOf(SOH)) ? timed : timed + SOH;
        String begin = closed.startsWith("8=") ? closed.substring(0, closed.indexOf(SOH) + 1) : "";
        String body = closed.substring(begin.length());
        boolean hasLength = body.startsWith("9=") || begin.isEmpty();
        boolean hasSum = closed.contains(SOH + "10=");
        String content = hasSum ? body.substring(0, body.lastIndexOf(SOH + "10=") + 1) : body;
        String lengthened = hasLength ? closed : begin + "9=" + content.length() + SOH + body;
        byte[] raw = lengthened.getBytes(StandardCharsets.ISO_8859_1);
        if (hasSum) {
            return raw;
        }
        int sum = 0;
        for (byte one : raw) {
            sum += one & 0xff;
        }
        return (lengthened + "10=%03d".formatted(sum % 256) + SOH).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Splits a message in fields, tag and value. */
    static List<String> fields(String message) {
        return List.of(message.split(String.valueOf(SOH), -1));
    }
}
