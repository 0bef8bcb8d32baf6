package io.mts1b.platform.symbology;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.OptionRight;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Days, months, strikes and rights as they stand in the fields of a {@link Template}. */
final class FieldText {

    /** Two digits of a year are 2000 to 2099. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    /** The OCC writes strikes in thousandths. */
    private static final int OCC_PLACES = 3;

    private FieldText() {}

    static LocalDate day(Map<TemplateField, String> fields, LocalDate on) {
        String day = fields.get(TemplateField.DAY);
        if (day != null) {
            return LocalDate.parse(day, DAY);
        }
        String named = fields.containsKey(TemplateField.LONG_DAY)
                ? fields.get(TemplateField.LONG_DAY)
                : fields.get(TemplateField.SHORT_DAY);
        if (named == null) {
            return lastFriday(month(fields, on));
        }
        int letters = named.length() - 5;
        int month = MONTHS.indexOf(named.substring(letters, letters + 3)) + 1;
        Require.that(month > 0, "month must be one of " + MONTHS + ", was in '" + named + "'");
        return LocalDate.of(
                2000 + Integer.parseInt(named.substring(letters + 3)),
                month,
                Integer.parseInt(named.substring(0, letters)));
    }

    /** Where a form of a dated future names a month alone, it expires on its last Friday. */
    private static LocalDate lastFriday(YearMonth month) {
        return month.atEndOfMonth().with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
    }

    static YearMonth month(Map<TemplateField, String> fields, LocalDate on) {
        String digits = fields.containsKey(TemplateField.YEAR1)
                ? fields.get(TemplateField.YEAR1)
                : fields.containsKey(TemplateField.YEAR2)
                        ? fields.get(TemplateField.YEAR2)
                        : fields.get(TemplateField.YEAR4);
        return FuturesMonth.resolve(
                Objects.requireNonNull(fields.get(TemplateField.MONTH)).charAt(0), Objects.requireNonNull(digits), on);
    }

    static Decimal strike(Map<TemplateField, String> fields) {
        String thousandths = fields.get(TemplateField.STRIKE8);
        if (thousandths != null) {
            return new Decimal(Long.parseLong(thousandths), OCC_PLACES);
        }
        String plain = fields.get(TemplateField.STRIKE);
        return Decimal.parse(
                plain != null
                        ? plain
                        : Objects.requireNonNull(fields.get(TemplateField.STRIKE_D))
                                .replace('d', '.'));
    }

    static OptionRight right(Map<TemplateField, String> fields) {
        return "C".equals(fields.get(TemplateField.RIGHT)) ? OptionRight.CALL : OptionRight.PUT;
    }

    /** Whether the fields can say what the contract says. */
    static boolean canWrite(Template template, Contract contract) {
        return switch (contract) {
            case Contract.DatedFuture future
            when template.has(TemplateField.MONTH) ->
                future.expiry().equals(lastFriday(YearMonth.from(future.expiry())));
            case Contract.Option option
            when template.has(TemplateField.STRIKE8) ->
                option.strike().scale() <= OCC_PLACES && option.strike().toUnscaled(OCC_PLACES) <= 99_999_999;
            default -> true;
        };
    }

    static String write(TemplateField field, Contract contract, Underlying underlying) {
        return switch (contract) {
            case Contract.MonthFuture future -> write(field, future.month(), underlying);
            case Contract.DatedFuture future -> write(field, future.expiry(), underlying);
            case Contract.Option option ->
                switch (field) {
                    case STRIKE -> option.strike().toString();
                    case STRIKE8 ->
                        String.format(Locale.ROOT, "%08d", option.strike().toUnscaled(OCC_PLACES));
                    case STRIKE_D -> option.strike().toString().replace('.', 'd');
                    case RIGHT -> option.right() == OptionRight.CALL ? "C" : "P";
                    default -> write(field, option.expiry(), underlying);
                };
            case Contract.Share _, Contract.Spot _, Contract.Perpetual _ -> underlying.toString();
        };
    }

    private static String write(TemplateField field, LocalDate day, Underlying underlying) {
        return switch (field) {
            case DAY -> DAY.format(day);
            case SHORT_DAY -> named("%d%s%02d", day);
            case LONG_DAY -> named("%02d%s%02d", day);
            default -> write(field, YearMonth.from(day), underlying);
        };
    }

    private static String named(String format, LocalDate day) {
        return String.format(
                Locale.ROOT, format, day.getDayOfMonth(), MONTHS.get(day.getMonthValue() - 1), day.getYear() % 100);
    }

    private static String write(TemplateField field, YearMonth month, Underlying underlying) {
        return switch (field) {
            case MONTH -> String.valueOf(FuturesMonth.letter(month));
            case YEAR1 -> String.valueOf(month.getYear() % 10);
            case YEAR2 -> String.format(Locale.ROOT, "%02d", month.getYear() % 100);
            case YEAR4 -> String.valueOf(month.getYear());
            case PADDED_ROOT -> String.format(Locale.ROOT, "%-6s", underlying);
            default -> underlying.toString();
        };
    }
}
