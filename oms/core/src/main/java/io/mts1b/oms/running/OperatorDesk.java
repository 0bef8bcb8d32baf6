package io.mts1b.oms.running;

import io.mts1b.foundation.ids.ActorId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Rate;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.Operation;
import io.mts1b.oms.Scope;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.riskengine.gates.CroAnswer;
import io.mts1b.riskengine.halts.Cosigners;
import io.mts1b.riskengine.halts.SignedRelease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does what operators ask, on the writer's thread, and answers when it is durable. Thread-safe. */
final class OperatorDesk {

    private final OmsWriter writer;
    private final Optional<Cosigners> cosigners;
    private final InstantSource clock;

    OperatorDesk(OmsWriter writer, SortedMap<ActorId, byte[]> operators, InstantSource clock) {
        this.writer = writer;
        this.cosigners = operators.isEmpty() ? Optional.empty() : Optional.of(new Cosigners(operators));
        this.clock = clock;
    }

    OperatorAnswer answer(OperatorRequest request) {
        try {
            return writer.ask(action(request)).join();
        } catch (IllegalArgumentException e) {
            return new OperatorAnswer.Refused(String.valueOf(e.getMessage()));
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                return new OperatorAnswer.Refused(String.valueOf(refusal.getMessage()));
            }
            throw e;
        }
    }

    private Function<Oms, OperatorAnswer> action(OperatorRequest request) {
        if (request instanceof OperatorRequest.Resume resume) {
            // Signatures are checked before the writer is bothered.
            SignedRelease signed = cosigners
                    .orElseThrow(() -> new IllegalArgumentException("oms.operators must be set to end halts here"))
                    .check(resume.release(), HexFormat.of().parseHex(resume.signature()));
            return oms -> {
                oms.lift(signed);
                return standing(oms, null);
            };
        }
        return oms -> standing(oms, act(oms, request));
    }

    /** Does what is asked, and returns the operation it is about; null if it is about none. */
    private @Nullable String act(Oms oms, OperatorRequest request) {
        return switch (request) {
            case OperatorRequest.Look _, OperatorRequest.Resume _ -> null;
            case OperatorRequest.Ask(String id) -> id;
            case OperatorRequest.Halt halt -> {
                halt(oms, halt);
                yield null;
            }
            case OperatorRequest.Begin begin -> {
                begin(oms, begin);
                yield begin.id();
            }
            case OperatorRequest.CallOff(String id, String reason, ActorId actor) -> {
                oms.operations().callOff(id, reason, actor);
                yield id;
            }
            case OperatorRequest.ChangeParent(var parent, var change, var actor, var reason) -> {
                switch (change) {
                    case PAUSE -> oms.parents().pause(parent, actor, reason);
                    case RESUME -> oms.parents().resume(parent, actor, reason);
                    case CANCEL -> oms.parents().cancel(parent, actor, reason);
                }
                yield null;
            }
            case OperatorRequest.Rule(var order, var objects, var actor, var reason) -> {
                // A person who objects is sure.
                oms.veto().rule(order, new CroAnswer(objects, Rate.ONE, actor + ": " + reason));
                yield null;
            }
            case OperatorRequest.Adopt(var broker, var seen, var owner, var price, var actor, var reason) -> {
                oms.words().adopt(broker, seen, owner, price, actor, reason);
                yield null;
            }
            case OperatorRequest.Disown(var broker, var seen, var actor, var reason) -> {
                oms.words().disown(broker, seen, actor, reason);
                yield null;
            }
            case OperatorRequest.Apply(var action, var actor) -> {
                oms.accept(new OmsEvent.CorporateActionApplied(action, actor, clock.instant()));
                yield null;
            }
            case OperatorRequest.BookDividend(var action, var actor) -> {
                oms.accept(new OmsEvent.DividendPaid(action, actor, clock.instant()));
                yield null;
            }
            case OperatorRequest.Lend(var instrument, var terms, var actor) -> {
                oms.accept(new OmsEvent.BorrowSet(instrument, terms, actor, clock.instant()));
                yield null;
            }
            case OperatorRequest.DeclareDead(var broker, var seen, var actor, var reason) -> {
                oms.words().declareDead(broker, seen, actor, reason);
                yield null;
            }
        };
    }

    private void begin(Oms oms, OperatorRequest.Begin begin) {
        Instant now = clock.instant();
        Instant until = now.plus(begin.within());
        oms.operations()
                .begin(new Operation(
                        begin.id(), begin.kind(), begin.scope(), begin.reason(), begin.actor(), now, until));
    }

    private static OperatorAnswer standing(Oms oms, @Nullable String asked) {
        return OperatorAnswer.Standing.of(oms, asked);
    }

    /** Halting what is halted by the same people for the same reason changes nothing. */
    private void halt(Oms oms, OperatorRequest.Halt asked) {
        Scope scope = asked.scope();
        oms.operations().requireScope(scope);
        FundId fund = switch (scope) {
            case Scope.OfFund(FundId one) -> one;
            case Scope.OfStrategy(FundId one, StrategyId _) -> one;
            case Scope.Everything _, Scope.OfBroker _, Scope.OfPosition _ -> null;
        };
        StrategyId strategy = scope instanceof Scope.OfStrategy(FundId _, StrategyId one) ? one : null;
        boolean stands = oms.state().halts().stream()
                .anyMatch(halt -> scope.isWithin(halt)
                        && halt.requestedBy().equals(asked.actor())
                        && halt.reason().equals(asked.reason()));
        if (!stands) {
            oms.accept(new OmsEvent.HaltSet(new HaltRequest(
                    scope.severity().orElseThrow(), fund, strategy, asked.reason(), asked.actor(), clock.instant())));
        }
    }
}
