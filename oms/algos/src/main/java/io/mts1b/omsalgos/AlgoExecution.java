package io.mts1b.omsalgos;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.marketdata.Quote;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.omsalgos.AlgoCommand.Cancel;
import io.mts1b.omsalgos.AlgoCommand.Finish;
import io.mts1b.omsalgos.AlgoCommand.Place;
import io.mts1b.platform.json.Json;
import io.mts1b.platform.random.RandomStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One parent order in execution: a fold over its inputs, that answers each with commands.
 *
 * <p>The same inputs give the same commands and the same state, live, simulated and in a replay: there is no clock, no
 * thread and no I/O in it, and its random numbers are the stream {@code oms-algos.<parent>} of the run. An input that is
 * refused changes nothing.
 *
 * <p>Whatever the algo wishes, filled and open are together never more than the parent when a child is placed, and a child
 * keeps to the price limit, lot, tick, smallest child and participation. What is in doubt counts as if it could trade. A
 * refusal is never answered at once, but at the next word of market or clock, so that no two sides can refuse each other
 * for ever.
 *
 * <p>Confined to one thread.
 */
public final class AlgoExecution {

    private final AlgoInput.Started start;
    private final Situation situation;
    private final Tactic tactic;
    private boolean isPaused;
    private @Nullable FinishReason stopping;
    private @Nullable Finish finish;
    private final List<AlgoCommand> commands = new ArrayList<>();

    /**
     * Starts an execution; its first commands are the answer to {@link #accept} of the first quote or tick.
     *
     * @param start what is wanted
     * @param random the random numbers of the run
     */
    public AlgoExecution(AlgoInput.Started start, RandomStreams random) {
        this.start = start;
        situation = new Situation(start, start.algo() instanceof Algo.Pov pov ? pov.lookback() : Duration.ZERO);
        tactic = tactic(start, random.stream("oms-algos." + start.parent().orderId()));
    }

    /**
     * All of an execution but how it started, as it is kept.
     *
     * @param json what it remembers, as text that means nothing to others
     */
    public record Form(String json) {

        /** Validates. */
        public Form {
            Objects.requireNonNull(json, "json");
        }
    }

    /** What it remembers. */
    private record Memory(
            Situation.Form situation,
            Tactic.Form tactic,
            boolean isPaused,
            @Nullable FinishReason stopping,
            @Nullable Finish finish) {}

    /**
     * Makes an execution as it was.
     *
     * @param start how it started
     * @param random the random numbers of the run
     * @param form what {@link #form} returned
     * @return the execution, which goes on as that one does
     */
    public static AlgoExecution of(AlgoInput.Started start, RandomStreams random, Form form) {
        Memory memory = Json.read(form.json(), Memory.class);
        AlgoExecution execution = new AlgoExecution(start, random);
        execution.situation.restore(memory.situation());
        execution.tactic.restore(memory.tactic());
        execution.isPaused = memory.isPaused();
        execution.stopping = memory.stopping();
        execution.finish = memory.finish();
        return execution;
    }

    /**
     * Returns all of it.
     *
     * @return what {@link #of} makes the same execution from
     */
    public Form form() {
        return new Form(Json.write(new Memory(situation.form(), tactic.form(), isPaused, stopping, finish)));
    }

    /**
     * Folds.
     *
     * @param inputs the inputs of one execution, of which only the first is {@link AlgoInput.Started}
     * @param random the random numbers of the run
     * @return the execution after all of them
     * @throws IllegalArgumentException if the first is another, or one is refused
     */
    public static AlgoExecution replay(List<AlgoInput> inputs, RandomStreams random) {
        if (inputs.isEmpty() || !(inputs.getFirst() instanceof AlgoInput.Started start)) {
            throw new IllegalArgumentException("inputs must begin with a start");
        }
        AlgoExecution execution = new AlgoExecution(start, random);
        inputs.subList(1, inputs.size()).forEach(execution::accept);
        return execution;
    }

    private static Tactic tactic(AlgoInput.Started start, RandomGenerator random) {
        return switch (start.algo()) {
            case Algo.Twap twap -> new ScheduleTactic(Schedule.twap(twap, random), twap.childType());
            case Algo.Vwap vwap ->
                new ScheduleTactic(Schedule.of(vwap.horizon(), vwap.profile().weights()), vwap.childType());
            case Algo.AlmgrenChriss best -> {
                double quantity = start.parent().quantity().value().toReal();
                List<Double> trades = best.impact()
                        .of(quantity, best.horizon(), best.slices())
                        .schedule(best.riskAversion())
                        .trades();
                yield new ScheduleTactic(Schedule.of(best.horizon(), trades), best.childType());
            }
            case Algo.ImplementationShortfall shortfall -> new ShortfallTactic(shortfall);
            case Algo.Pov pov -> new PovTactic(pov);
            case Algo.Iceberg iceberg -> new IcebergTactic(iceberg);
            case Algo.Sniper sniper -> new SniperTactic(sniper);
            case Algo.Router router -> new RouterTactic(router);
        };
    }

    /**
     * Returns where all of the parent is.
     *
     * @return the parts, that add up
     */
    public Progress progress() {
        return situation.children().progress();
    }

    /**
     * Returns how it ended.
     *
     * @return the last command; empty while it goes on
     */
    public Optional<Finish> finished() {
        return Optional.ofNullable(finish);
    }

    /**
     * Tells whether it makes nothing until it is resumed.
     *
     * @return true while it is paused
     */
    public boolean isPaused() {
        return isPaused;
    }

    /**
     * Tells whether it makes nothing any more, and ends once nothing is open.
     *
     * @return true once its end is decided
     */
    public boolean isStopping() {
        return stopping != null;
    }

    /**
     * Returns when time alone will change what it wants: the next tick that must not come late.
     *
     * @return the start of the next slice, or the end of the horizon; empty when it is finished
     */
    public Optional<Instant> wakeAt() {
        if (finish != null) {
            return Optional.empty();
        }
        Instant end = situation.end();
        return Optional.of(
                tactic.wakeAt(situation).filter(next -> next.isBefore(end)).orElse(end));
    }

    /**
     * Takes the next input. After the end, what still happens to children is counted and nothing is answered.
     *
     * @param input anything but another start
     * @return what to do, in this order
     * @throws IllegalArgumentException if it is of another instrument, of a child that was never placed, off the lot or the
     *     tick, or without the limit that the algo needs
     */
    public List<AlgoCommand> accept(AlgoInput input) {
        boolean isAnswered = apply(input);
        if (finish != null) {
            return List.of();
        }
        if (!situation.now().isBefore(situation.end())) {
            stop(FinishReason.HORIZON_OVER);
        }
        if (situation.children().rejections() >= situation.mostRejections()) {
            stop(FinishReason.REJECTED);
        }
        if (isAnswered) {
            cancelChildren();
            placeChildren();
        }
        finishIfDone();
        List<AlgoCommand> answer = List.copyOf(commands);
        commands.clear();
        return answer;
    }

    /** Keeps what it says, and tells whether it may be answered. */
    private boolean apply(AlgoInput input) {
        Children children = situation.children();
        return switch (input) {
            case AlgoInput.Started _ -> throw new IllegalArgumentException("input must not be another start");
            case AlgoInput.Quoted(Quote quote) -> quoted(quote);
            case AlgoInput.Traded(var trade) -> {
                requireKnown(trade.instrument());
                situation.market().trade(trade.quantity(), situation.now());
                yield true;
            }
            case AlgoInput.Ticked(Instant at) -> tick(at);
            case AlgoInput.Amended amended -> amended(amended);
            case AlgoInput.Paused(Instant at) -> {
                isPaused = true;
                yield tick(at);
            }
            case AlgoInput.Resumed(Instant at) -> resumed(at);
            case AlgoInput.CancelRequested(Instant at) -> {
                stop(FinishReason.CANCELED);
                yield tick(at);
            }
            case AlgoInput.ChildAccepted(int child) -> {
                children.accepted(child);
                yield true;
            }
            case AlgoInput.ChildFilled filled -> {
                children.filled(filled.child(), filled.quantity());
                yield true;
            }
            case AlgoInput.ChildBusted busted -> {
                children.busted(busted.child(), busted.quantity());
                yield false;
            }
            case AlgoInput.ChildRejected(int child) -> {
                children.rejected(child);
                yield false;
            }
            case AlgoInput.ChildCanceled(int child) -> {
                Child before = children.get(child);
                children.canceled(child);
                yield before.cancelAsked() || before.isImmediate();
            }
            case AlgoInput.ChildCancelRejected(int child) -> {
                children.cancelRejected(child);
                yield false;
            }
            case AlgoInput.ChildLost(int child) -> {
                children.lost(child);
                yield true;
            }
        };
    }

    private void requireKnown(InstrumentId instrument) {
        List<InstrumentId> known = start.algo() instanceof Algo.Router router
                ? router.routes().stream().map(Route::instrument).toList()
                : List.of(start.parent().instrument());
        Require.that(known.contains(instrument), "instrument must be one of " + known + ", was " + instrument);
    }

    private boolean quoted(Quote quote) {
        requireKnown(quote.instrument());
        Decimal beingTaken = Decimal.ZERO;
        for (Child child : situation.children().open()) {
            if (child.isImmediate() && child.instrument().equals(quote.instrument())) {
                beingTaken = beingTaken.plus(child.open().value());
            }
        }
        situation.market().quote(quote, beingTaken);
        return true;
    }

    private boolean tick(Instant at) {
        situation.tick(at);
        return true;
    }

    private boolean amended(AlgoInput.Amended amended) {
        Admission.terms(start.algo(), start.terms(), amended.quantity(), amended.limit());
        tick(amended.at());
        tactic.beforeAmendment(situation);
        situation.children().order(amended.quantity());
        situation.limit(amended.limit());
        return true;
    }

    private boolean resumed(Instant at) {
        tick(at);
        if (isPaused) {
            isPaused = false;
            tactic.afterPause(situation);
        }
        return true;
    }

    /** The first reason counts. */
    private void stop(FinishReason reason) {
        if (stopping == null) {
            stopping = reason;
        }
    }

    /** Cancels what must not or should not be open; what is in doubt has to wait until the venue has said. */
    private void cancelChildren() {
        Children children = situation.children();
        Decimal surplus = children.excess().value();
        for (Child child : children.open()) {
            surplus = child.cancelAsked() ? surplus.minus(child.open().value()) : surplus;
        }
        for (Child child : children.open().reversed()) {
            boolean canGo = child.status() == Child.Status.WORKING && !child.cancelAsked();
            boolean mustGo = stopping != null || isPaused || surplus.signum() > 0 || !isWithinLimit(child);
            if (canGo && (mustGo || tactic.isOutdated(child, situation))) {
                surplus = surplus.minus(child.open().value());
                children.askCancel(child.number());
                commands.add(new Cancel(child.number()));
            }
        }
    }

    private boolean isWithinLimit(Child child) {
        return child.orderType().limitPrice().filter(situation::isWithin).isPresent();
    }

    private void placeChildren() {
        if (stopping != null || isPaused) {
            return;
        }
        for (Tactic.Wish wish : tactic.wishes(situation)) {
            Quantity quantity = situation.allowed(wish.quantity());
            OrderType price = wish.orderType();
            if (!quantity.isZero()
                    && price.limitPrice().filter(situation::isWithin).isPresent()) {
                Place place = new Place(
                        situation.children().nextNumber(), wish.instrument(), quantity, price, wish.timeInForce());
                situation.children().add(place, situation.now());
                situation.market().take(wish.instrument(), quantity);
                commands.add(place);
            }
        }
    }

    private void finishIfDone() {
        Children children = situation.children();
        if (children.hasOpen()) {
            return;
        }
        Quantity left = children.left();
        if (left.isZero()) {
            finish(FinishReason.FILLED);
        } else if (stopping != null) {
            finish(stopping);
        } else if (left.compareTo(start.terms().lot()) < 0) {
            finish(FinishReason.LESS_THAN_A_LOT);
        }
    }

    private void finish(FinishReason reason) {
        Children children = situation.children();
        finish = new Finish(reason, children.filled(), children.left());
        commands.add(finish);
    }
}
