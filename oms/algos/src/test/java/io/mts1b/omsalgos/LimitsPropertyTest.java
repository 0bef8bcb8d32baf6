package io.mts1b.omsalgos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.marketdata.Aggressor;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.marketdata.Trade;
import io.mts1b.foundation.numbers.Currency;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Price;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.symbology.ContractTerms;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.AlgoCommand.Cancel;
import io.mts1b.omsalgos.AlgoCommand.Finish;
import io.mts1b.omsalgos.AlgoCommand.Place;
import io.mts1b.omsalgos.AlgoInput.Started;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.random.RandomStreams;
import io.mts1b.testkit.ForAll;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random markets and a venue that fills in parts, late and too late, refuses, loses sight of children and refuses to cancel
 * them: every limit is checked at every command, by books that the test keeps itself.
 */
class LimitsPropertyTest {

    private static final InstrumentId OTHER = InstrumentId.parse("ACME.XNYS");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "twap",
                "vwap",
                "pov",
                "iceberg",
                "almgren-chriss",
                "implementation-shortfall",
                "sniper",
                "router"
            })
    void nothing_breaks_a_limit(String algo) {
        Map<FinishReason, Integer> ends = new EnumMap<>(FinishReason.class);
        int[] placed = new int[1];
        ForAll.cases(400, random -> {
            Run run = new Run(algo, random);
            run.play();
            ends.merge(run.finish().reason(), 1, Integer::sum);
            placed[0] += run.children.size();
        });
        // The property would hold of an algo that does nothing, too.
        assertThat(placed[0]).isGreaterThan(500);
        assertThat(ends.getOrDefault(FinishReason.FILLED, 0)).isGreaterThan(10);
        assertThat(ends.getOrDefault(FinishReason.CANCELED, 0)).isGreaterThan(10);
    }

    /** What the venue knows of a child. */
    private static final class Held {
        final Place place;
        Quantity filled = Quantity.ZERO;
        boolean isAlive = true;
        boolean isRejected;
        boolean isLost;
        boolean cancelAsked;

        Held(Place place) {
            this.place = place;
        }

        Quantity open() {
            return isAlive ? place.quantity().minus(filled.min(place.quantity())) : Quantity.ZERO;
        }
    }

    private static final class Run {
        final RandomGenerator random;
        final Started start;
        final AlgoExecution execution;
        final RandomStreams streams;
        final List<AlgoInput> inputs = new ArrayList<>();
        final List<AlgoCommand> commands = new ArrayList<>();
        final List<Held> children = new ArrayList<>();
        final Decimal tick;
        final Decimal lot;

        @Nullable Price limit;

        Quantity ordered;
        Decimal volume = Decimal.ZERO;
        Decimal unforeseen = Decimal.ZERO;
        Instant now = Orders.START;
        long mid = 1_000;
        boolean isPaused;

        @Nullable Finish finish;

        Run(String algo, RandomGenerator random) {
            this.random = random;
            lot = Decimal.parse(ForAll.oneOf(random, "1", "10", "0.001"));
            tick = Decimal.parse(ForAll.oneOf(random, "0.01", "0.05", "1"));
            Side side = ForAll.oneOf(random, Side.values());
            ordered = lots(random.nextInt(1, 200));
            boolean needsLimit = algo.equals("iceberg") || algo.equals("sniper");
            limit = needsLimit || random.nextBoolean() ? price(mid + random.nextInt(-3, 4)) : null;
            ExecutionLimits limits = new ExecutionLimits(
                    random.nextInt(3) == 0 ? new Rate(new Decimal(random.nextInt(1, 100), 2)) : null,
                    random.nextBoolean() ? Quantity.ZERO : lots(random.nextInt(1, 6)),
                    random.nextInt(1, 6));
            ContractTerms terms = new ContractTerms(new Price(tick), new Quantity(lot), Decimal.ONE, Currency.USD);
            start = new Started(Orders.order(side, ordered, limit), terms, algo(algo), limits, now);
            streams = new RandomStreams(random.nextLong());
            execution = new AlgoExecution(start, streams);
            inputs.add(start);
        }

        Algo algo(String name) {
            Duration horizon = Duration.ofSeconds(random.nextInt(1, 120));
            ChildType type = ForAll.oneOf(random, ChildType.values());
            int slices = random.nextInt(1, 12);
            ImpactModel impact = new ImpactModel(Duration.ofSeconds(60), random.nextDouble(), 0.01, 1e-7, 0.01);
            return switch (name) {
                case "twap" -> new Algo.Twap(horizon, slices, new Rate(new Decimal(random.nextInt(0, 11), 1)), type);
                case "vwap" ->
                    new Algo.Vwap(
                            horizon,
                            new VolumeProfile(Stream.generate(() -> 0.001 + random.nextDouble())
                                    .limit(slices)
                                    .toList()),
                            type);
                case "pov" ->
                    new Algo.Pov(
                            new Rate(new Decimal(random.nextInt(10, 101), 2)),
                            Duration.ofSeconds(random.nextInt(1, 60)),
                            horizon,
                            type);
                case "iceberg" -> {
                    int display = random.nextInt(6, 30);
                    yield new Algo.Iceberg(lots(display), lots(random.nextInt(0, display)), horizon);
                }
                case "almgren-chriss" -> new Algo.AlmgrenChriss(horizon, slices, impact, random.nextDouble(), type);
                case "implementation-shortfall" ->
                    new Algo.ImplementationShortfall(
                            horizon, slices, impact, random.nextDouble(), random.nextDouble(-2, 2), null, type);
                case "sniper" ->
                    new Algo.Sniper(
                            lots(random.nextInt(0, 30)), new Rate(new Decimal(random.nextInt(10, 101), 2)), horizon);
                default ->
                    new Algo.Router(
                            List.of(
                                    new Route(Orders.ACME, Price.parse("0.003")),
                                    new Route(OTHER, Price.parse("-0.002"))),
                            horizon);
            };
        }

        Quantity lots(int count) {
            return new Quantity(lot.times(Decimal.of(count)));
        }

        Price price(long ticks) {
            return new Price(tick.times(Decimal.of(ticks)));
        }

        void play() {
            int steps = random.nextInt(10, 150);
            for (int i = 0; i < steps; i++) {
                give(draw());
            }
            give(new AlgoInput.CancelRequested(now));
            // Now the venue speaks the truth, until nothing is open.
            for (int i = 0; i < 50 && finish == null; i++) {
                settle();
                give(tick(1));
            }
            assertThat(finish).as("an end").isNotNull();
            for (int i = 0; i < 5; i++) {
                give(draw());
            }
            replays();
        }

        /** The state is a fold over the inputs, as they come out of a journal. */
        void replays() {
            List<AlgoInput> read = inputs.stream()
                    .map(input -> Json.read(Json.bytes(input), AlgoInput.class))
                    .toList();
            assertThat(read).isEqualTo(inputs);
            assertThat(AlgoExecution.replay(read, streams).progress()).isEqualTo(execution.progress());
            AlgoExecution again = new AlgoExecution(start, streams);
            List<AlgoCommand> same = new ArrayList<>();
            read.subList(1, read.size()).forEach(input -> same.addAll(again.accept(input)));
            assertThat(same).isEqualTo(commands);
            AlgoExecution reborn = new AlgoExecution(start, streams);
            same.clear();
            for (AlgoInput input : read.subList(1, read.size())) {
                reborn = AlgoExecution.of(start, streams, reborn.form());
                same.addAll(reborn.accept(input));
            }
            assertThat(same).as("kept and taken up again after every input").isEqualTo(commands);
            assertThat(reborn.form()).isEqualTo(execution.form());
        }

        Finish finish() {
            return Objects.requireNonNull(finish);
        }

        AlgoInput tick(int seconds) {
            now = now.plusSeconds(seconds);
            return new AlgoInput.Ticked(now);
        }

        AlgoInput draw() {
            return switch (random.nextInt(20)) {
                case 0, 1, 2, 3 -> quote();
                case 4, 5, 6 -> tick(random.nextInt(0, 8));
                case 7, 8 -> trade();
                case 9 -> random.nextInt(4) == 0 ? amend() : quote();
                case 10 -> random.nextInt(3) == 0 ? pause() : tick(1);
                case 11 -> {
                    isPaused = false;
                    yield new AlgoInput.Resumed(now);
                }
                default -> children.isEmpty() ? quote() : venue();
            };
        }

        AlgoInput quote() {
            mid += random.nextInt(-1, 2);
            InstrumentId instrument = start.algo() instanceof Algo.Router && random.nextBoolean() ? OTHER : Orders.ACME;
            return new AlgoInput.Quoted(new Quote(
                    instrument,
                    price(mid - random.nextInt(0, 2)),
                    price(mid + random.nextInt(0, 2)),
                    lots(random.nextInt(0, 40)),
                    lots(random.nextInt(0, 40)),
                    now));
        }

        AlgoInput trade() {
            Quantity quantity = lots(random.nextInt(1, 200));
            volume = volume.plus(quantity.value());
            return new AlgoInput.Traded(new Trade("t", Orders.ACME, price(mid), quantity, Aggressor.SELLER, now));
        }

        AlgoInput amend() {
            ordered = lots(random.nextInt(1, 200));
            boolean needsLimit = start.algo() instanceof Algo.Iceberg || start.algo() instanceof Algo.Sniper;
            limit = needsLimit || random.nextBoolean() ? price(mid + random.nextInt(-3, 4)) : null;
            // Less than what is out is wanted: what is out may trade all the same.
            unforeseen = unforeseen.max(committed().minus(ordered.value()));
            return new AlgoInput.Amended(ordered, limit, now);
        }

        AlgoInput pause() {
            isPaused = true;
            return new AlgoInput.Paused(now);
        }

        /** Something happens to a child, dead ones included. */
        AlgoInput venue() {
            Held held = children.get(random.nextInt(children.size()));
            int child = held.place.child();
            return switch (random.nextInt(12)) {
                case 0 -> {
                    held.isLost |= held.isAlive;
                    yield new AlgoInput.ChildLost(child);
                }
                case 1 -> {
                    held.isRejected |= held.isAlive;
                    held.isAlive = false;
                    yield new AlgoInput.ChildRejected(child);
                }
                case 2, 3 -> {
                    held.isAlive = false;
                    yield new AlgoInput.ChildCanceled(child);
                }
                case 4 -> {
                    held.cancelAsked = false;
                    yield new AlgoInput.ChildCancelRejected(child);
                }
                case 5 -> accepted(held);
                case 6 -> random.nextInt(3) > 0 || held.filled.isZero() ? fill(held) : bust(held);
                default -> fill(held);
            };
        }

        AlgoInput accepted(Held held) {
            if (held.isLost) {
                held.isLost = false;
                held.cancelAsked = false;
            }
            return new AlgoInput.ChildAccepted(held.place.child());
        }

        AlgoInput bust(Held held) {
            held.filled = held.filled.minus(new Quantity(lot));
            return new AlgoInput.ChildBusted(held.place.child(), new Quantity(lot));
        }

        AlgoInput fill(Held held) {
            Decimal most = held.isAlive ? held.open().value() : lot;
            Quantity quantity = new Quantity(
                    random.nextInt(4) == 0
                            ? most
                            : most.times(Decimal.of(random.nextInt(1, 11)))
                                    .dividedBy(Decimal.of(10).times(lot), 0, RoundingMode.DOWN)
                                    .max(Decimal.ONE)
                                    .times(lot)
                                    .min(most));
            return fill(held, quantity);
        }

        AlgoInput fill(Held held, Quantity quantity) {
            if (!held.isAlive) {
                unforeseen = unforeseen.plus(quantity.value());
            }
            held.filled = held.filled.plus(quantity);
            if (held.isRejected) {
                // One of the two words was wrong, so the rest of it may be alive.
                held.isRejected = false;
                held.isAlive = true;
                held.isLost = true;
                held.cancelAsked = false;
                unforeseen = unforeseen.plus(held.open().value());
            }
            held.isAlive &= held.filled.compareTo(held.place.quantity()) < 0;
            return new AlgoInput.ChildFilled(held.place.child(), quantity);
        }

        void settle() {
            for (Held held : List.copyOf(children)) {
                held.isAlive = false;
                give(new AlgoInput.ChildCanceled(held.place.child()));
            }
        }

        Decimal committed() {
            return children.stream()
                    .map(held -> held.filled.plus(held.open()).value())
                    .reduce(Decimal.ZERO, Decimal::plus);
        }

        void give(AlgoInput input) {
            inputs.add(input);
            List<AlgoCommand> answers = execution.accept(input);
            commands.addAll(answers);
            for (AlgoCommand answer : answers) {
                assertThat(finish).as("nothing after the end").isNull();
                switch (answer) {
                    case Place place -> placed(place, input);
                    case Cancel cancel -> canceled(cancel);
                    case Finish end -> finished(end);
                }
            }
            Progress progress = execution.progress();
            assertThat(progress.ordered()).isEqualTo(ordered);
            assertThat(progress.filled().value())
                    .isEqualTo(
                            children.stream().map(held -> held.filled.value()).reduce(Decimal.ZERO, Decimal::plus));
            // What the venue holds is counted, to the last lot.
            assertThat(progress.working().plus(progress.inDoubt()))
                    .isGreaterThanOrEqualTo(new Quantity(
                            children.stream().map(held -> held.open().value()).reduce(Decimal.ZERO, Decimal::plus)));
        }

        void placed(Place place, AlgoInput input) {
            assertThat(input).isNotInstanceOfAny(AlgoInput.ChildRejected.class, AlgoInput.ChildCancelRejected.class);
            assertThat(isPaused).as("paused").isFalse();
            assertThat(now).isBefore(Orders.START.plus(start.algo().horizon()));
            assertThat(place.child()).isEqualTo(children.size() + 1);
            Decimal quantity = place.quantity().value();
            assertThat(quantity.isMultipleOf(lot)).as("on the lot").isTrue();
            boolean isOnlyOne = children.stream().allMatch(held -> held.open().isZero());
            Held held = new Held(place);
            children.add(held);
            assertThat(committed()).as("never more than the parent").isLessThanOrEqualTo(ordered.value());
            assertThat(place.quantity().compareTo(start.limits().leastChild()) >= 0
                            || (isOnlyOne && committed().plus(lot).compareTo(ordered.value()) > 0))
                    .as("at least the smallest child, or the rest")
                    .isTrue();
            if (start.limits().participation() != null) {
                assertThat(committed())
                        .as("participation")
                        .isLessThanOrEqualTo(
                                volume.times(start.limits().participation().value()));
            }
            Price price = place.orderType().limitPrice().orElseThrow();
            assertThat(price.value().isMultipleOf(tick)).as("on the tick").isTrue();
            if (limit != null) {
                int beyond = price.compareTo(limit) * start.parent().side().sign();
                assertThat(beyond).as("within the limit").isLessThanOrEqualTo(0);
            }
        }

        void canceled(Cancel cancel) {
            Held held = children.get(cancel.child() - 1);
            assertThat(held.cancelAsked).as("canceled once").isFalse();
            assertThat(held.isLost).as("in doubt").isFalse();
            held.cancelAsked = true;
        }

        void finished(Finish end) {
            finish = end;
            assertThat(children).allSatisfy(held -> assertThat(held.open()).isEqualTo(Quantity.ZERO));
            Decimal filled = committed();
            assertThat(end.filled().value()).isEqualTo(filled);
            assertThat(end.unfilled().value())
                    .isEqualTo(ordered.value().minus(filled).max(Decimal.ZERO));
            assertThat(end.reason() == FinishReason.FILLED)
                    .isEqualTo(end.unfilled().isZero());
            assertThat(filled)
                    .as("overfilled by no more than the venue's late fills")
                    .isLessThanOrEqualTo(ordered.value().plus(unforeseen));
        }
    }
}
