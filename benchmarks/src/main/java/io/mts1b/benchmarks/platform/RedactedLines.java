package io.mts1b.benchmarks.platform;

import io.mts1b.benchmarks.measurement.Contest;
import io.mts1b.benchmarks.measurement.Contest.Figure;
import io.mts1b.benchmarks.measurement.Contest.Outcome;
import io.mts1b.benchmarks.measurement.Effort;
import io.mts1b.benchmarks.measurement.Measurement;
import io.mts1b.benchmarks.measurement.Row;
import io.mts1b.platform.security.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Taking secrets out of lines, beside what a team would write itself: a few regular expressions, which on these lines
 * find the same, and miss most of what else there may be.
 */
public final class RedactedLines implements Measurement {

    private static final int MEGABYTE = 1_000_000;

    private static final Pattern NAMED = Pattern.compile("(?i)\\b((?:api_key|password|secret|token)=)[^\\s&,;]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(Bearer )[A-Za-z0-9._~+/-]+=*");

    /** Beginnings of secrets that never come to their end. */
    private static final List<String> HOSTILE =
            List.of("eyJ", "password=\"\\", "4111 1", "-----BEGIN ", "https://a:", "token token ");

    /** For {@link io.mts1b.benchmarks.measurement.Fork}. */
    public RedactedLines() {}

    @Override
    public List<Row> rows(Effort effort, Consumer<String> progress) throws Exception {
        progress.accept("measuring redaction");
        UnaryOperator<String> ours = Redaction.standard()::redact;
        List<String> lines = lines(effort.of(100_000, 100));
        long bytes = lines.stream().mapToLong(String::length).sum();
        List<Row> rows = new ArrayList<>(new Contest("regex", lines.size(), effort)
                .rows(
                        List.of(new Figure("redact lines, per MB", "ms")),
                        () -> redact(lines, bytes, ours),
                        () -> redact(lines, bytes, RedactedLines::byRegex)));
        int length = effort.of(MEGABYTE, 1_000);
        for (String start : HOSTILE) {
            List<String> hostile = List.of(start.repeat(length / start.length()));
            rows.addAll(new Contest("regex", 1, effort)
                    .rows(
                            List.of(new Figure("1 MB of '" + start.strip() + "'", "ms")),
                            () -> new Outcome(redact(hostile, length, ours).values(), ""),
                            () -> new Outcome(
                                    redact(hostile, length, RedactedLines::byRegex)
                                            .values(),
                                    "")));
        }
        return rows;
    }

    private static Outcome redact(List<String> lines, long bytes, UnaryOperator<String> redaction) {
        long start = System.nanoTime();
        long hash = 0;
        for (String line : lines) {
            hash = 31 * hash + redaction.apply(line).hashCode();
        }
        return Outcome.of((System.nanoTime() - start) / 1e6 / bytes * MEGABYTE, hash);
    }

    private static String byRegex(String line) {
        String named = NAMED.matcher(line).replaceAll("$1" + Redaction.MARK);
        return BEARER.matcher(named).replaceAll("$1" + Redaction.MARK);
    }

    /** Lines as services write them; one in fifty holds a secret. */
    private static List<String> lines(int count) {
        return IntStream.range(0, count).mapToObj(RedactedLines::line).toList();
    }

    private static String line(int i) {
        return "2026-11-20T14:30:00.%03dZ INFO  OrderRouter          ".formatted(i % 1_000)
                + switch (i % 50) {
                    case 0 -> "venue session opened url=wss://stream.example.com/v2 api_key=k" + (7_919L * i + 104_729);
                    case 1, 2, 3, 4, 5, 6, 7, 8, 9 ->
                        "fill exec=x" + i + " order=o-" + (i / 3)
                                + " symbol=AAPL.XNAS side=sell qty=100 price=101.%02d fee=0.35 USD".formatted(i % 100);
                    default ->
                        "order accepted order=o-" + i + " symbol=ESZ6.XCME side=buy qty=3 limit=5912.25 tif=day"
                                + " strategy=trend-7 fund=alpha latency_us=" + i % 900;
                };
    }
}
