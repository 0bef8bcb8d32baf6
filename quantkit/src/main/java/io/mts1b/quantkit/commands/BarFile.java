package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.CsvFile;
import io.mts1b.quantkit.commands.TimedColumns.Rule;
import io.mts1b.quantkit.indicators.BarField;
import io.mts1b.quantkit.indicators.Bars;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bars as a file gives them to a command: any of the columns open, high, low, close and volume, by day or by moment.
 * A moment has a zone or an offset, for nobody knows where a clock hung that only says half past nine; its day is the
 * one it had there. Immutable.
 */
final class BarFile {

    private final TimedColumns<Time> table;

    private BarFile(TimedColumns<Time> table) {
        this.table = table;
    }

    /** When a bar was, for what the file says no time of day: in UTC, and written as a day. */
    private record Time(OffsetDateTime at, boolean hasClock) implements Comparable<Time> {

        private static final int DAY_LENGTH = 10;

        static Time read(CsvFile file, int line) {
            String cell = file.lines().get(line).getFirst();
            if (cell.length() <= DAY_LENGTH) {
                return of(file.date(line));
            }
            try {
                // Others put a blank where ISO 8601 has a T.
                String text = cell.substring(0, DAY_LENGTH)
                        + cell.substring(DAY_LENGTH).replaceFirst("^ ", "T");
                TemporalAccessor found =
                        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
                if (found instanceof ZonedDateTime zoned) {
                    return new Time(zoned.toOffsetDateTime(), true);
                }
                LocalDateTime naive = LocalDateTime.from(found);
                if (naive.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                    return of(naive.toLocalDate());
                }
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        file.wrong(line, "date must be of the form 2026-01-31 or 2026-01-31T14:30:00Z", cell)
                                .getMessage(),
                        e);
            }
            throw file.wrong(line, "time must have a zone, such as 2026-01-31T09:30:00-05:00", cell);
        }

        private static Time of(LocalDate day) {
            return new Time(day.atStartOfDay().atOffset(ZoneOffset.UTC), false);
        }

        @Override
        public int compareTo(Time other) {
            return at.toInstant().compareTo(other.at.toInstant());
        }

        @Override
        public String toString() {
            return hasClock
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at)
                    : at.toLocalDate().toString();
        }
    }

    /** Reads bars; prices are positive, and volumes not negative. */
    static BarFile read(Path path) {
        TimedColumns<Time> table = TimedColumns.read(
                path,
                Time::read,
                name -> name.toLowerCase(Locale.ROOT).equals(text(BarField.VOLUME))
                        ? Rule.NOT_NEGATIVE
                        : Rule.POSITIVE);
        if (table.times().stream().map(Time::hasClock).distinct().count() > 1) {
            throw new IllegalArgumentException(path.getFileName() + " must have days alone or moments alone, had both");
        }
        return new BarFile(table);
    }

    static String text(BarField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    boolean has(BarField field) {
        return table.place(text(field)) >= 0;
    }

    List<String> columns() {
        return table.names();
    }

    /** Returns when each bar was, as ISO 8601 writes it. */
    List<String> times() {
        return table.times().stream().map(Time::toString).toList();
    }

    Bars bars() {
        List<OffsetDateTime> times = table.times().stream().map(Time::at).toList();
        double[] open = column(BarField.OPEN);
        double[] high = column(BarField.HIGH);
        double[] low = column(BarField.LOW);
        double[] close = column(BarField.CLOSE);
        double[] volume = column(BarField.VOLUME);
        return table.times().stream().allMatch(Time::hasClock)
                ? Bars.ofTimes(times, open, high, low, close, volume)
                : Bars.of(times.stream().map(OffsetDateTime::toLocalDate).toList(), open, high, low, close, volume);
    }

    private double[] column(BarField field) {
        if (has(field)) {
            return table.column(table.place(text(field)));
        }
        double[] none = new double[table.rows()];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    /** Returns the closes, or else the first column, at the moments of other bars; NaN at those that have none here. */
    double[] alignedWith(BarFile other) {
        double[] prices = table.column(Math.max(table.place(text(BarField.CLOSE)), 0));
        Map<Instant, Double> known = new TreeMap<>();
        for (int t = 0; t < prices.length; t++) {
            known.put(table.times().get(t).at().toInstant(), prices[t]);
        }
        return other.table.times().stream()
                .mapToDouble(time -> known.getOrDefault(time.at().toInstant(), Double.NaN))
                .toArray();
    }
}
