package io.mts1b.quantkit.indicators;

import io.mts1b.foundation.Quoted;
import io.mts1b.foundation.Require;
import java.util.List;
import java.util.Locale;

/** Something about an indicator that may be chosen. Immutable. */
public sealed interface Parameter {

    /**
     * Returns the name.
     *
     * @return lower-case letters, or words joined in camelCase
     */
    String name();

    /**
     * Returns the value it has where nobody chooses.
     *
     * @return the value, as it would be written
     */
    String usual();

    /**
     * Returns what may be chosen.
     *
     * @return a rule such as {@code a whole number in [1, 100000]}
     */
    String rule();

    /**
     * Reads a value.
     *
     * @param text the value, as it is written
     * @return the value; for a choice its place in the list
     * @throws IllegalArgumentException if it may not be chosen
     */
    double parse(String text);

    /** A number of bars, or another whole number. */
    record Whole(String name, int standard, int least, int most) implements Parameter {

        /** Validates. */
        public Whole {
            Require.that(
                    least <= standard && standard <= most,
                    name + " must be in [" + least + ", " + most + "], was " + standard);
        }

        @Override
        public String usual() {
            return Integer.toString(standard);
        }

        @Override
        public String rule() {
            return "a whole number in [" + least + ", " + most + "]";
        }

        @Override
        public double parse(String text) {
            try {
                int value = Integer.parseInt(text.strip());
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(refusal(this, text), e);
            }
            throw new IllegalArgumentException(refusal(this, text));
        }
    }

    /** A real number. */
    record Real(String name, double standard, double least, double most) implements Parameter {

        /** Validates. */
        public Real {
            Require.that(
                    least <= standard && standard <= most,
                    name + " must be in [" + least + ", " + most + "], was " + standard);
        }

        @Override
        public String usual() {
            return Double.toString(standard);
        }

        @Override
        public String rule() {
            return "a number in [" + least + ", " + most + "]";
        }

        @Override
        public double parse(String text) {
            try {
                double value = Double.parseDouble(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(refusal(this, text), e);
            }
            throw new IllegalArgumentException(refusal(this, text));
        }
    }

    /** One of some words; the first is the usual one. */
    record Choice(String name, List<String> choices) implements Parameter {

        /** Validates. */
        public Choice {
            choices = List.copyOf(choices);
            Require.that(!choices.isEmpty(), "choices of " + name + " must not be empty");
        }

        @Override
        public String usual() {
            return choices.getFirst();
        }

        @Override
        public String rule() {
            return "one of " + choices;
        }

        @Override
        public double parse(String text) {
            int place = choices.indexOf(text.strip().toLowerCase(Locale.ROOT));
            Require.that(place >= 0, refusal(this, text));
            return place;
        }
    }

    private static String refusal(Parameter one, String text) {
        return one.name() + " must be " + one.rule() + ", was " + Quoted.of(text);
    }
}
