package io.mts1b.marketdata.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * The dates of a table, read in the one format that fits every row.
 *
 * <p>{@code 3/4/2010} is two dates. A file is read month first or day first if its rows allow one of the
 * two only, because a day above 12 shows it or because only one reading keeps the rows in order. A file that
 * both fit is refused.
 */
final class DateColumn {

    private static final List<Format> FORMATS = List.of(
            new Format("yyyy-MM-dd", strict("uuuu-MM-dd")),
            new Format("yyyyMMdd", strict("uuuuMMdd")),
            new Format("yyyy/MM/dd", strict("uuuu/M/d")),
            new Format("month/day/year", strict("M/d/uuuu")),
            new Format("day/month/year", strict("d/M/uuuu")),
            new Format("dd.MM.yyyy", strict("d.M.uuuu")),
            new Format("Mon d yyyy", strict("MMM d uuuu")),
            new Format("dd-Mon-yyyy", strict("d-MMM-uuuu")),
            new Format("yyyy-MM-dd and midnight", midnight()));

    private DateColumn() {}

    /** A way to write a date, with the name people know it by. */
    private record Format(String name, DateTimeFormatter formatter) {}

    /** Dates in row order, and how they were written. */
    record Dates(List<LocalDate> values, String format) {}

    /**
     * Reads a column.
     *
     * @param series the column that tells series apart, whose dates rise or fall each for itself
     */
    static Dates read(RawTable table, int column, OptionalInt series) {
        List<Format> fitting = FORMATS.stream()
                .filter(format -> parse(table.rows().getFirst()[column], format).isPresent())
                .toList();
        if (fitting.isEmpty()) {
            throw table.refuse(0, column, "a date such as 2024-07-31, 20240731, 7/31/2024 or Jul 31 2024");
        }
        List<Dates> readings = new ArrayList<>();
        Optional<RefusedFileException> refusal = Optional.empty();
        for (Format format : fitting) {
            List<LocalDate> values = new ArrayList<>(table.rows().size());
            for (int row = 0; row < table.rows().size(); row++) {
                Optional<LocalDate> date = parse(table.rows().get(row)[column], format);
                if (date.isEmpty()) {
                    refusal = Optional.of(
                            table.refuse(row, column, "a date as " + format.name + ", as in the rows above"));
                    break;
                }
                values.add(date.get());
            }
            if (values.size() == table.rows().size()) {
                readings.add(new Dates(values, format.name));
            }
        }
        if (readings.isEmpty()) {
            throw refusal.orElseThrow();
        }
        return readings.size() == 1 ? readings.getFirst() : theOrderedOne(table, readings, series);
    }

    private static Dates theOrderedOne(RawTable table, List<Dates> readings, OptionalInt series) {
        List<Dates> ordered = readings.stream()
                .filter(reading -> isOrdered(reading.values, row -> false)
                        || (series.isPresent() && isOrdered(reading.values, row -> startsSeries(table, row, series))))
                .toList();
        if (ordered.size() != 1) {
            throw table.refuseHeader(
                    "dates that could be " + readings.get(0).format + " or " + readings.get(1).format,
                    "dates that can be read in one way");
        }
        return ordered.getFirst();
    }

    private static boolean startsSeries(RawTable table, int row, OptionalInt series) {
        int column = series.getAsInt();
        return !table.rows().get(row)[column].equals(table.rows().get(row - 1)[column]);
    }

    /** Whether dates only rise or only fall, from row to row or between the rows that start anew. */
    private static boolean isOrdered(List<LocalDate> dates, IntPredicate startsAnew) {
        int direction = 0;
        for (int row = 1; row < dates.size(); row++) {
            int step = startsAnew.test(row) ? 0 : Integer.signum(dates.get(row).compareTo(dates.get(row - 1)));
            if (step != 0 && step == -direction) {
                return false;
            }
            direction = step == 0 ? direction : step;
        }
        return true;
    }

    private static Optional<LocalDate> parse(String text, Format format) {
        try {
            return Optional.of(LocalDate.parse(text, format.formatter));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter strict(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A date that some program wrote as an instant: midnight, with or without a zone of zero. */
    private static DateTimeFormatter midnight() {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd")
                .appendPattern("['T'][' ']00:00[:00][.000000000][.000000][.000]")
                .appendPattern("['Z']['+00:00'][' UTC']")
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
