package io.mts1b.quantkit.costmodels;

import io.mts1b.foundation.Require;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The fee schedules of the house, by name, and the reader of a user's own.
 *
 * <p>They stand in text files beside this class, one for each broker or venue, each rate with where and when it was
 * published. A new broker is a new file of that form and its name in {@link #FILES}.
 *
 * <p>Thread-safe. All files are read when the first schedule is asked for.
 */
public final class FeeSchedules {

    /** A file may include what stands in files before it. */
    private static final List<String> FILES = List.of(
            "paper",
            "us-regulation",
            "interactive-brokers",
            "alpaca",
            "schwab",
            "tradier",
            "moomoo",
            "coinbase",
            "kraken",
            "transaction-taxes");

    private FeeSchedules() {}

    /** Reads when first used. */
    private static final class House {

        static final Map<String, FeeSchedule> ALL = read();

        private static Map<String, FeeSchedule> read() {
            Map<String, FeeSchedule> all = new LinkedHashMap<>();
            for (String file : FILES) {
                FeeScheduleText.parse(file + ".fees", text(file), name -> Optional.ofNullable(all.get(name)))
                        .forEach(schedule -> Require.that(
                                all.put(schedule.name(), schedule) == null,
                                "schedule must come once, was " + schedule.name() + " again in " + file));
            }
            return all;
        }

        private static String text(String file) {
            String name = file + ".fees";
            try (InputStream stream = Objects.requireNonNull(FeeSchedules.class.getResourceAsStream(name), name)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Returns all schedules of the house.
     *
     * @return by broker
     */
    public static List<FeeSchedule> all() {
        return List.copyOf(House.ALL.values());
    }

    /**
     * Returns one schedule.
     *
     * @param name its name, such as {@code ibkr-us-tiered}
     * @return the schedule
     * @throws IllegalArgumentException if there is none of that name
     */
    public static FeeSchedule of(String name) {
        return Optional.ofNullable(House.ALL.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "schedule must be one of " + House.ALL.keySet() + ", was '" + name + "'"));
    }

    /**
     * Reads schedules of the user's own, in the form of the house's.
     *
     * <pre>{@code
     * # What Example Brokers charge us since we talked to them.
     * schedule  example-us  Example Brokers, US shares
     * source    Letter of 3 May 2025
     * known     2025-05-03 to 2025-12-31
     * currency  USD
     * volume    shares traded in the calendar month
     * include   us-share-sales
     *
     * charge    commission
     *   of        units
     *   tiers     marginal
     *   rate      0.0035
     *   rate      0.0020 from 300000
     *   least     0.35
     *   most      1% of value
     *   rounding  half-up 4
     *
     * charge    venue
     *   of        units
     *   rate      maker -0.0020 taker 0.0030
     * }</pre>
     *
     * <p>A file holds one schedule or more, each line a word and what it says; {@code #} begins a comment. A schedule has
     * <b>headers</b>: {@code schedule <name> <title>}, {@code source <text>} (one or more), {@code known <date> to <date>},
     * {@code currency} ({@code USD} or such, {@code quote} for that of the instrument, {@code received} for base when buying
     * and quote when selling), {@code volume <text>} if anything depends on volume, and {@code include <schedule>}, whose
     * charges then stand here too, with {@code , rounding <rounding>} rounded otherwise. <b>Charges</b> follow, each {@code charge <label>} and then:
     *
     * <ul>
     *   <li>{@code of units}, {@code value}, {@code order} (once for each order and day) or {@code charge <label>}
     *   <li>{@code on buys} or {@code sales}; both if it is not said
     *   <li>{@code rate <rate>} or {@code rate maker <rate> taker <rate>}, with {@code from <volume>}, {@code below <price>}
     *       and {@code since <date>} where the rate holds from, below or since; rates since one date are a table of their own
     *   <li>{@code tiers marginal}, if each unit has the rate of the volume it falls in; else the volume before the order
     *       picks the rate of all of it
     *   <li>{@code least} and {@code most}, {@code <amount>} or {@code <share>% of value}, with {@code since <date>}; the
     *       least yields to the most
     *   <li>{@code rounding up|down|half-up|half-even [<decimals>] [each fill]}; to the currency's smallest unit, half up,
     *       once for the order, if it is not said
     * </ul>
     *
     * @param origin what the text is called in errors
     * @param text the file
     * @return its schedules, in order
     * @throws IllegalArgumentException if a line is not of the form; the message begins with the origin and its number
     */
    public static List<FeeSchedule> parse(String origin, String text) {
        return FeeScheduleText.parse(origin, text, name -> Optional.ofNullable(House.ALL.get(name)));
    }
}
