package io.mts1b.frontends.cli;

import io.mts1b.foundation.numbers.Money;
import io.mts1b.frontends.demo.RunProgress;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.time.LocalDate;

/** Tells progress in lines: steps as they come, sessions once a year. */
final class ProgressLines implements RunProgress {

    private final PrintWriter err;
    private int year;

    ProgressLines(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void step(String text) {
        err.print(text + "\n");
        err.flush();
    }

    @Override
    public void session(LocalDate date, int done, int all, Money nav) {
        if (date.getYear() != year || done == all) {
            year = date.getYear();
            err.print(date + "  " + 100L * done / all + " %  nav " + nav.rounded(RoundingMode.HALF_EVEN) + "\n");
            err.flush();
        }
    }
}
