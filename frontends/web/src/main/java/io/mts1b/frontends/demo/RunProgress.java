package io.mts1b.frontends.demo;

import io.mts1b.foundation.numbers.Money;
import java.time.LocalDate;

/** Who is told how far a run is. */
public interface RunProgress {

    /**
     * Tells that something long begins or that something is worth knowing.
     *
     * @param text a line for people
     */
    void step(String text);

    /**
     * Tells that a session is over.
     *
     * @param date which
     * @param done how many are over
     * @param all how many there are
     * @param nav what the fund is worth
     */
    void session(LocalDate date, int done, int all, Money nav);
}
