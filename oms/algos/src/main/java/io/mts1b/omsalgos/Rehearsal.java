package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.platform.random.RandomStreams;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A market in which nothing happens but what was expected, to see what an algo plans: one price, a known volume, and every
 * child is filled at once. The algo is the one that trades, not a copy of its formulas.
 *
 * @param price what everything is quoted and traded at, on the tick
 * @param size how much is shown on both sides, anew at the start of each part of the profile
 * @param volume how much the market trades within the horizon; zero for a market without trades
 * @param profile when it does, each part in one trade at its start
 */
public record Rehearsal(Price price, Quantity size, Quantity volume, VolumeProfile profile) {

    private static final int PLACES = 12;

    /** Validates. */
    public Rehearsal {
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(volume, "volume");
        Objects.requireNonNull(profile, "profile");
    }

    /**
     * One child.
     *
     * @param after how long after the start
     * @param order the child
     * @param filled how much of the parent is filled with it
     */
    public record Planned(Duration after, AlgoCommand.Place order, Quantity filled) {}

    /**
     * What would be done.
     *
     * @param children in the order of time
     * @param end how it ends
     */
    public record Plan(List<Planned> children, AlgoCommand.Finish end) {

        /** Copies. */
        public Plan {
            children = List.copyOf(children);
            Objects.requireNonNull(end, "end");
        }
    }

    /**
     * Runs an algo.
     *
     * @param start what is wanted
     * @param random the random numbers of the run
     * @return its children
     * @throws IllegalArgumentException for a router, whose venues differ
     */
    public Plan plan(AlgoInput.Started start, RandomStreams random) {
        Require.that(!(start.algo() instanceof Algo.Router), "algo must trade at one venue, was a router");
        return new Run(start, random).play();
    }

    /** One rehearsal. Confined to one thread. */
    private final class Run {

        private final AlgoInput.Started start;
        private final AlgoExecution execution;
        private final List<Planned> children = new ArrayList<>();
        private final List<Quantity> trades;
        private final List<Duration> starts;
        private Instant now;

        Run(AlgoInput.Started start, RandomStreams random) {
            this.start = start;
            execution = new AlgoExecution(start, random);
            starts = Schedule.evenStarts(
                    start.algo().horizon(), profile.weights().size());
            trades = trades();
            now = start.at();
        }

        /** The volume of each part, on lots, that adds up to the whole. */
        private List<Quantity> trades() {
            Decimal lot = start.terms().lot().value();
            List<Quantity> parts = new ArrayList<>();
            Decimal out = Decimal.ZERO;
            for (Decimal part :
                    Schedule.of(start.algo().horizon(), profile.weights()).parts()) {
                Decimal until = lot.times(volume.value()
                        .times(part, PLACES, RoundingMode.HALF_EVEN)
                        .wholeMultiples(lot, RoundingMode.HALF_UP));
                parts.add(new Quantity(until.minus(out)));
                out = until;
            }
            return parts;
        }

        Plan play() {
            for (int i = 0; i < starts.size(); i++) {
                wakeUntil(start.at().plus(starts.get(i)));
                quote();
                if (!trades.get(i).isZero()) {
                    give(new AlgoInput.Traded(new Trade(
                            "rehearsal", start.parent().instrument(), price, trades.get(i), Aggressor.BUYER, now)));
                }
            }
            wakeUntil(start.at().plus(start.algo().horizon()));
            return new Plan(children, execution.finished().orElseThrow());
        }

        /** Ticks whenever the execution wants it, and then. */
        private void wakeUntil(Instant time) {
            for (Instant wake = wake(time); wake.isBefore(time); wake = wake(time)) {
                tick(wake);
            }
            tick(time);
        }

        private Instant wake(Instant otherwise) {
            return execution.wakeAt().orElse(otherwise);
        }

        private void tick(Instant time) {
            now = time;
            give(new AlgoInput.Ticked(time));
        }

        private void quote() {
            give(new AlgoInput.Quoted(new Quote(start.parent().instrument(), price, price, size, size, now)));
        }

        private void give(AlgoInput input) {
            List<AlgoCommand> answers = execution.accept(input);
            while (!answers.isEmpty()) {
                List<AlgoCommand> next = new ArrayList<>();
                for (AlgoCommand answer : answers) {
                    if (answer instanceof AlgoCommand.Place place) {
                        Quantity filled = execution.progress().filled().plus(place.quantity());
                        children.add(new Planned(Duration.between(start.at(), now), place, filled));
                        next.addAll(execution.accept(new AlgoInput.ChildFilled(place.child(), place.quantity())));
                    }
                }
                answers = next;
            }
        }
    }
}
