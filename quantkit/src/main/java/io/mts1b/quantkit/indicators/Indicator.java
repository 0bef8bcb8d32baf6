package io.mts1b.quantkit.indicators;

import io.mts1b.foundation.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One technical indicator: its name, what may be chosen, what it says, how long it warms up, and how to start it.
 *
 * <p>Immutable and thread-safe; what it starts is not.
 */
public final class Indicator {

    /** The longest window, to keep memory within reason. */
    static final int LONGEST = 100_000;

    private final String name;
    private final String title;
    private final List<String> aliases;
    private final List<Parameter> parameters;
    private final List<BarField> reads;
    private final List<Output> outputs;
    private final Function<Settings, Machine> start;

    /** One thing that an indicator says: its name, and how many bars pass before it may be said. */
    private record Output(String name, Function<Settings, Integer> warmup, boolean event) {}

    private Indicator(Definition definition, Function<Settings, Machine> start) {
        this.name = definition.name;
        this.title = definition.title;
        this.aliases = List.copyOf(definition.aliases);
        this.parameters = List.copyOf(definition.parameters);
        this.reads = List.copyOf(definition.reads);
        this.outputs = List.copyOf(definition.outputs);
        this.start = start;
    }

    /** An indicator being defined. */
    static final class Definition {

        private final String name;
        private final String title;
        private final List<String> aliases = new ArrayList<>();
        private final List<Parameter> parameters = new ArrayList<>();
        private final List<BarField> reads = new ArrayList<>();
        private final List<Output> outputs = new ArrayList<>();

        private Definition(String name, String title) {
            this.name = name;
            this.title = title;
        }

        /** Adds other names that it goes by. */
        Definition alias(String... names) {
            aliases.addAll(List.of(names));
            return this;
        }

        /** Adds numbers of a bar that it cannot do without. */
        Definition reads(BarField... fields) {
            reads.addAll(List.of(fields));
            return this;
        }

        /** Adds the choice of the price to look at. */
        Definition price(Price usual) {
            List<String> choices = new ArrayList<>(List.of(usual.text()));
            for (Price price : Price.values()) {
                if (price != usual) {
                    choices.add(price.text());
                }
            }
            parameters.add(new Parameter.Choice("source", choices));
            return this;
        }

        /** Adds a window, or another whole number of bars. */
        Definition whole(String parameter, int usual, int least) {
            parameters.add(new Parameter.Whole(parameter, usual, least, LONGEST));
            return this;
        }

        /** Adds the window. */
        Definition period(int usual) {
            return whole("period", usual, 1);
        }

        Definition real(String parameter, double usual, double least, double most) {
            parameters.add(new Parameter.Real(parameter, usual, least, most));
            return this;
        }

        Definition choice(String parameter, String... choices) {
            parameters.add(new Parameter.Choice(parameter, List.of(choices)));
            return this;
        }

        /** Adds an output that is said on every bar after the first few, unless it is undefined. */
        Definition says(String output, Function<Settings, Integer> warmup) {
            outputs.add(new Output(output, warmup, false));
            return this;
        }

        /** Adds an output that is said from when something happens, or only then. */
        Definition tells(String output, Function<Settings, Integer> warmup) {
            outputs.add(new Output(output, warmup, true));
            return this;
        }

        Indicator by(Function<Settings, Machine> start) {
            return new Indicator(this, start);
        }
    }

    static Definition named(String name, String title) {
        return new Definition(name, title);
    }

    /**
     * Returns the name.
     *
     * @return lower-case letters and digits, words joined by {@code -}
     */
    public String name() {
        return name;
    }

    /**
     * Returns what it is called in books.
     *
     * @return a few words
     */
    public String title() {
        return title;
    }

    /**
     * Returns other names it can be found by.
     *
     * @return the names, maybe none
     */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * Returns what may be chosen.
     *
     * @return the parameters, maybe none
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * Returns what it says.
     *
     * @return the names of its outputs, in the order of its columns
     */
    public List<String> outputs() {
        return outputs.stream().map(Output::name).toList();
    }

    /**
     * Tells whether an output waits for something to happen, as a reversal does.
     *
     * @param output which, from 0
     * @return false if it is said on every bar after the warm-up on which it is defined
     */
    public boolean isEvent(int output) {
        return outputs.get(output).event();
    }

    /**
     * Returns the settings where nobody chooses.
     *
     * @return all parameters as usual
     */
    public Settings standard() {
        return new Settings(name, parameters);
    }

    /**
     * Chooses values.
     *
     * @param chosen values by parameter, as they are written
     * @return the usual settings with those values
     * @throws IllegalArgumentException as {@link Settings#with}, or if the values do not go together
     */
    public Settings settings(Map<String, String> chosen) {
        Settings settings = standard();
        for (Map.Entry<String, String> one : chosen.entrySet()) {
            settings = settings.with(one.getKey(), one.getValue());
        }
        start(settings);
        return settings;
    }

    /**
     * Returns how long outputs warm up.
     *
     * @param settings what was chosen
     * @return for each output, the number of bars on which nothing can be said yet
     */
    public List<Integer> warmup(Settings settings) {
        return outputs.stream().map(one -> one.warmup().apply(settings)).toList();
    }

    /**
     * Returns which numbers of a bar it cannot do without.
     *
     * @param settings what was chosen
     * @return the fields, each once
     */
    public List<BarField> reads(Settings settings) {
        List<BarField> all = new ArrayList<>(reads);
        if (settings.has("source")) {
            all.addAll(settings.price().fields());
        }
        return all.stream().distinct().toList();
    }

    /**
     * Starts it.
     *
     * @param settings what was chosen, from {@link #standard()} or {@link #settings}
     * @return a machine that has seen no bar yet
     * @throws IllegalArgumentException if the settings are another indicator's, or do not go together
     */
    public IndicatorStream start(Settings settings) {
        Require.that(settings.isFor(name), "settings must be for " + name);
        return new IndicatorStream(start.apply(settings), reads(settings), outputs.size());
    }

    /**
     * Runs it over all bars.
     *
     * @param bars T bars
     * @param settings what was chosen
     * @return one column of T values per output
     * @throws IllegalArgumentException as {@link #start}
     */
    public double[][] columns(Bars bars, Settings settings) {
        double[][] columns = new double[outputs.size()][bars.size()];
        columns(bars, settings, columns);
        return columns;
    }

    /**
     * Runs it over all bars into columns that are there already, so that many indicators, one after the other, need
     * the memory of one. Beside the columns an indicator holds its windows only;
     * {@link IndicatorStream#update(Bars, int, int, double[][])} does without whole columns, too.
     *
     * @param bars T bars
     * @param settings what was chosen
     * @param columns where to write one column of T values per output
     * @throws IllegalArgumentException as {@link #start}, or if there are not as many columns, or one has not T values
     */
    public void columns(Bars bars, Settings settings, double[][] columns) {
        Require.that(
                columns.length == outputs.size(),
                "columns must be " + outputs.size() + " for " + name + ", were " + columns.length);
        for (double[] column : columns) {
            Require.that(
                    column.length == bars.size(), "columns must have " + bars.size() + " rows, had " + column.length);
        }
        start(settings).update(bars, 0, bars.size(), columns);
    }
}
