package io.mts1b.frontends.demo;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.numbers.Money;
import java.util.List;
import java.util.Objects;

/**
 * What a run is about, as far as its bars do not say: written beside the lake before the first session, and
 * read again on {@code --resume}.
 *
 * @param request what was asked for
 * @param simulated whether the bars were made up
 * @param understood what was understood of the data, a sentence each
 * @param calendar which sessions count
 * @param period how far apart they are
 */
public record RunPlan(Request request, boolean simulated, List<String> understood, String calendar, BarPeriod period) {

    /** Validates, and copies. */
    public RunPlan {
        Objects.requireNonNull(request, "request");
        understood = List.copyOf(understood);
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(period, "period");
    }

    /**
     * What a person asked for.
     *
     * @param data the name of the file or folder, without the folders it is in; {@value #SIMULATED} for none
     * @param seed the seed of the simulated market; without effect on real data
     * @param cash what the fund starts with, positive
     * @param calendar the calendar asked for, or {@value #AUTO}
     * @param adjusted whether prices are adjusted for splits and dividends
     */
    public record Request(String data, long seed, Money cash, String calendar, boolean adjusted) {

        /** The name of data that nobody gave. */
        public static final String SIMULATED = "simulated";

        /** Whichever calendar fits the data. */
        public static final String AUTO = "auto";

        /** Validates. */
        public Request {
            Require.that(!data.isBlank(), "data must not be blank");
            Require.that(cash.signum() > 0, "cash must be positive, was " + cash);
            Require.that(!calendar.isBlank(), "calendar must not be blank");
        }
    }
}
