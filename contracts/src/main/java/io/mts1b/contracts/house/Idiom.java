package io.mts1b.contracts.house;

import java.util.Locale;

/** A shape of bytecode that betrays a concept where no name and no library does. */
public enum Idiom {
    /** A square root of 252, 365, 52 or 12: a ratio per period is made annual. */
    ANNUALISATION("a square root of the periods in a year"),
    /** A timed sleep inside a loop: something is tried again. */
    SLEEP_IN_LOOP("a sleep inside a loop");

    private final String description;

    Idiom(String description) {
        this.description = description;
    }

    /**
     * Returns what a reader of the code sees.
     *
     * @return a noun with its article
     */
    public String description() {
        return description;
    }

    /**
     * Finds one by the name it has in a house file.
     *
     * @param text such as {@code sleep-in-loop}
     * @return the idiom
     * @throws IllegalArgumentException if there is none of that name
     */
    public static Idiom parse(String text) {
        for (Idiom idiom : values()) {
            if (idiom.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return idiom;
            }
        }
        throw new IllegalArgumentException("idiom must be annualisation or sleep-in-loop, was " + text);
    }
}
