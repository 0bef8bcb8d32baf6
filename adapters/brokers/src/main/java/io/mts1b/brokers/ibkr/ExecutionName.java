package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.ids.FillId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of an execution says: {@code 0000e0d5.6576fd38.01.01} is told first, and corrected by {@code …01.02}, as FIX's
 * ExecID of the venue is.
 *
 * @param first what its corrections have in common
 * @param revision from 1; 1 as well if the name is of another form
 */
record ExecutionName(String first, int revision) {

    private static final Pattern FORM = Pattern.compile("(.+)\\.([0-9]{2})");

    static ExecutionName of(FillId fill) {
        Matcher form = FORM.matcher(fill.value());
        return form.matches()
                ? new ExecutionName(form.group(1), Math.max(1, Integer.parseInt(form.group(2))))
                : new ExecutionName(fill.value(), 1);
    }

    /** The execution it corrects; empty if it is the first. */
    Optional<FillId> corrected() {
        return revision == 1
                ? Optional.empty()
                : Optional.of(new FillId(first + String.format(Locale.ROOT, ".%02d", revision - 1)));
    }
}
