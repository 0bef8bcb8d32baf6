package io.mts1b.platform.json;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** Instants of four-digit years, as {@link Instant#toString} writes them: no decimals, or three, six or nine. */
final class InstantCodec extends Codec {

    private static final int MAX_YEAR = 9_999;
    private static final int THOUSAND = 1_000;
    private static final int MILLION = 1_000_000;
    private static final int DAY = (int) TimeUnit.DAYS.toSeconds(1);

    InstantCodec() {}

    @Override
    void write(CanonicalOutput out, Object value) {
        Instant instant = (Instant) value;
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), DAY));
        CanonicalInput.require(date.getYear() >= 0 && date.getYear() <= MAX_YEAR);
        int second = Math.floorMod(instant.getEpochSecond(), DAY);
        out.put('"');
        out.digits(date.getYear(), 4);
        out.put('-');
        out.digits(date.getMonthValue(), 2);
        out.put('-');
        out.digits(date.getDayOfMonth(), 2);
        out.put('T');
        out.digits(second / 3_600, 2);
        out.put(':');
        out.digits(second / 60 % 60, 2);
        out.put(':');
        out.digits(second % 60, 2);
        decimals(out, instant.getNano());
        out.put('Z');
        out.put('"');
    }

    private static void decimals(CanonicalOutput out, int nanos) {
        if (nanos == 0) {
            return;
        }
        out.put('.');
        if (nanos % MILLION == 0) {
            out.digits(nanos / MILLION, 3);
        } else if (nanos % THOUSAND == 0) {
            out.digits(nanos / THOUSAND, 6);
        } else {
            out.digits(nanos, 9);
        }
    }

    @Override
    Object read(CanonicalInput in) {
        in.require('"');
        int year = in.digits(4);
        in.require('-');
        int month = in.digits(2);
        in.require('-');
        int day = in.digits(2);
        in.require('T');
        int hour = in.digits(2);
        in.require(':');
        int minute = in.digits(2);
        in.require(':');
        int second = in.digits(2);
        int nano = in.skip('.') ? decimals(in) : 0;
        in.require('Z');
        in.require('"');
        // These refuse what no calendar and no clock shows.
        LocalDate date = LocalDate.of(year, month, day);
        return date.atTime(LocalTime.of(hour, minute, second, nano)).toInstant(ZoneOffset.UTC);
    }

    private static int decimals(CanonicalInput in) {
        int nano = in.digits(3) * MILLION;
        for (int unit = THOUSAND; unit > 0 && !in.isNext('Z'); unit /= THOUSAND) {
            nano += in.digits(3) * unit;
        }
        return nano;
    }
}
