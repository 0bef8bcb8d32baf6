package io.mts1b.quantkit.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was chosen for the parameters of one indicator. Immutable and thread-safe. */
public final class Settings {

    private final String indicator;
    private final List<Parameter> parameters;
    private final double[] values;

    Settings(String indicator, List<Parameter> parameters) {
        this(
                indicator,
                parameters,
                parameters.stream().mapToDouble(one -> one.parse(one.usual())).toArray());
    }

    private Settings(String indicator, List<Parameter> parameters, double[] values) {
        this.indicator = indicator;
        this.parameters = parameters;
        this.values = values;
    }

    /**
     * Chooses a value.
     *
     * @param name the parameter; upper case, {@code -}, {@code _} and the ending {@code Periods} do not matter, and
     *     {@code length}, {@code window}, {@code lookback} and {@code n} mean {@code period}
     * @param value the value, as it is written
     * @return settings with that value
     * @throws IllegalArgumentException if there is no such parameter, with the nearest one, or it may not have that
     *     value
     */
    public Settings with(String name, String value) {
        int place = place(name);
        double[] more = values.clone();
        more[place] = parameters.get(place).parse(value);
        return new Settings(indicator, parameters, more);
    }

    private int place(String name) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            names.add(parameters.get(i).name());
            if (plain(parameters.get(i).name()).equals(plain(name))) {
                return i;
            }
        }
        String hint = names.isEmpty()
                ? "it has none"
                : "did you mean " + NearestName.of(name, names) + "? It has " + String.join(", ", names);
        throw new IllegalArgumentException(indicator + " has no parameter " + name + "; " + hint);
    }

    private static String plain(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        for (String ending : List.of("periods", "period")) {
            if (letters.endsWith(ending)) {
                letters = letters.substring(0, letters.length() - ending.length());
                break;
            }
        }
        return List.of("length", "window", "lookback", "n").contains(letters) ? "" : letters;
    }

    /** Returns the value of a parameter that is a whole number. */
    int whole(String name) {
        return (int) values[indexOf(name)];
    }

    /** Returns the value of a parameter that is a number. */
    double real(String name) {
        return values[indexOf(name)];
    }

    /** Returns the word that was chosen. */
    String choice(String name) {
        int place = indexOf(name);
        return ((Parameter.Choice) parameters.get(place)).choices().get((int) values[place]);
    }

    /** Returns how many bars the window has. */
    int period() {
        return whole("period");
    }

    /** Returns the price that is looked at. */
    Price price() {
        return Price.parse(choice("source"));
    }

    boolean has(String name) {
        return parameters.stream().anyMatch(one -> one.name().equals(name));
    }

    boolean isFor(String name) {
        return indicator.equals(name);
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException(indicator + " must declare " + name);
    }
}
