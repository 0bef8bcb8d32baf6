package io.mts1b.oms.api;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderTransitionException;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.HaltSeverity;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Routing;
import io.mts1b.oms.api.ApiReply.OneOrder;
import io.mts1b.oms.api.OmsApi.Caller;
import io.mts1b.riskengine.Review;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What each command does on the writer's thread.
 *
 * @param feed what the state does not show
 * @param clock the time of orders and halts
 */
record Commands(LogFeed feed, Routing routing, InstantSource clock) {

    private static final String ID_PREFIX = "api-";
    private static final int ID_LENGTH = 24;

    /** Checks what can be checked without the state, and returns what is left to do. */
    Function<Oms, ApiReply> of(Caller caller, ApiCommand command) {
        return switch (command) {
            case ApiCommand.Submit submit -> {
                caller.require(Permission.TRADE, submit.order().fund());
                yield oms -> submit(oms, caller, submit);
            }
            case ApiCommand.Amend amend -> oms -> amend(oms, caller, amend);
            case ApiCommand.Cancel cancel -> oms -> cancel(oms, caller, cancel);
            case ApiCommand.Halt halt -> {
                caller.require(Permission.OPERATE, halt.fund());
                yield oms -> halt(oms, caller, halt);
            }
            case ApiCommand.GetOrder get ->
                oms -> new OneOrder(Views.order(visible(oms, caller, get.orderId()), feed), true);
            case ApiCommand.ListOrders list -> {
                caller.require(Permission.VIEW, list.fund());
                yield oms -> Views.orders(known(oms, list.fund()), feed, list);
            }
            case ApiCommand.ListOpenOrders list -> {
                caller.require(Permission.VIEW, list.fund());
                yield oms -> Views.openOrders(known(oms, list.fund()), feed, list);
            }
            case ApiCommand.ListFills list -> {
                caller.require(Permission.VIEW, list.fund());
                yield oms -> Views.fills(known(oms, list.fund()), feed, list);
            }
            case ApiCommand.GetAccount get -> {
                caller.require(Permission.VIEW, get.fund());
                yield oms -> Views.account(known(oms, get.fund()), get.fund());
            }
            case ApiCommand.Work work -> {
                caller.require(Permission.TRADE, work.parent().fund());
                yield oms -> parents().work(oms, caller, work);
            }
            case ApiCommand.AmendParent amend -> oms -> parents().amend(oms, caller, amend);
            case ApiCommand.PauseParent pause -> oms -> parents().pause(oms, caller, pause);
            case ApiCommand.ResumeParent resume -> oms -> parents().resume(oms, caller, resume);
            case ApiCommand.CancelParent cancel -> oms -> parents().cancel(oms, caller, cancel);
            case ApiCommand.GetParent get -> oms -> parents().get(oms, caller, get.parentId());
            case ApiCommand.ListParents list -> {
                caller.require(Permission.VIEW, list.fund());
                yield oms -> parents().list(oms, list);
            }
        };
    }

    private ParentCommands parents() {
        return new ParentCommands(routing, clock);
    }

    /** What nobody has listed has no route; the gates refuse it. */
    static BrokerId route(Routing routing, OmsState state, FundId whose, InstrumentId what) {
        FundConfig fund = state.fund(whose).orElseThrow();
        return state.instrument(what)
                .map(instrument -> routing.route(fund, instrument))
                .orElse(fund.broker());
    }

    /** Keys are each client's own, and so are the identities that follow from them. */
    private ApiReply submit(Oms oms, Caller caller, ApiCommand.Submit submit) {
        OrderWish wish = submit.order();
        String name = caller.actor() + "/" + submit.key();
        IdempotencyKey key = new IdempotencyKey(ID_PREFIX + digest("key " + name));
        OrderId id = new OrderId(ID_PREFIX + digest("order " + name));
        OmsState state = known(oms, wish.fund());
        Optional<OrderState> before = state.firstOrder(key).flatMap(state::order);
        // A wish that comes again goes where it went first, whatever the routes are by now.
        BrokerId otherwise = before.map(first -> first.order().broker())
                .orElseGet(() -> route(routing, state, wish.fund(), wish.instrument()));
        Order order = wish.order(
                id,
                key,
                otherwise,
                caller.actor(),
                before.map(first -> first.order().createdAt()).orElseGet(clock::instant));
        if (before.isPresent() && !before.get().order().equals(order)) {
            throw new RefusedException(
                    ApiRefusal.CONFLICT,
                    "Idempotency-Key " + submit.key() + " must come with the wish it first came with, which made order "
                            + before.get().order().orderId());
        }
        // An order that was received and no more is gone on with, as after a kill between the two.
        if (before.map(OrderState::status).orElse(OrderStatus.CREATED) == OrderStatus.CREATED) {
            oms.submit(List.of(order));
        }
        return one(oms, id, before.isPresent());
    }

    private ApiReply amend(Oms oms, Caller caller, ApiCommand.Amend amend) {
        OrderState order = tradable(oms, caller, amend.orderId());
        ApiCommand.Amendment to = amend.to();
        boolean isSo = order.ordered().equals(to.quantity()) && order.type().equals(to.type());
        if (isSo && order.status() == OrderStatus.ACCEPTED) {
            return one(oms, amend.orderId(), true);
        }
        Review review = conflicting(() -> oms.replace(amend.orderId(), to.quantity(), to.type()));
        return switch (review) {
            case Review.Passed _ -> one(oms, amend.orderId(), false);
            case Review.Stopped stopped ->
                throw new RefusedException(
                        ApiRefusal.UNPROCESSABLE,
                        "order " + amend.orderId() + " must pass the gates as it is to be, was denied: "
                                + stopped.decision().denials());
        };
    }

    private ApiReply cancel(Oms oms, Caller caller, ApiCommand.Cancel cancel) {
        OrderState order = tradable(oms, caller, cancel.orderId());
        if (order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.PENDING_CANCEL) {
            return one(oms, cancel.orderId(), true);
        }
        return conflicting(() -> {
            oms.cancel(cancel.orderId(), cancel.reason());
            return one(oms, cancel.orderId(), false);
        });
    }

    private ApiReply halt(Oms oms, Caller caller, ApiCommand.Halt halt) {
        known(oms, halt.fund());
        HaltRequest wanted = new HaltRequest(
                HaltSeverity.FUND_HALT, halt.fund(), null, halt.reason(), caller.actor(), clock.instant());
        Optional<HaltRequest> inForce = oms.state().halts().stream()
                .filter(one -> one.severity() == HaltSeverity.FUND_HALT
                        && halt.fund().equals(one.fund())
                        && one.requestedBy().equals(caller.actor()))
                .findFirst();
        if (inForce.isEmpty()) {
            oms.accept(new OmsEvent.HaltSet(wanted));
        }
        return new ApiReply.Halted(inForce.orElse(wanted), inForce.isPresent());
    }

    private OneOrder one(Oms oms, OrderId id, boolean repeated) {
        return new OneOrder(Views.order(oms.state().order(id).orElseThrow(), feed), repeated);
    }

    static OmsState known(Oms oms, FundId fund) {
        if (oms.state().fund(fund).isEmpty()) {
            throw new RefusedException(ApiRefusal.NOT_FOUND, "fund " + fund + " must be open, there is none");
        }
        return oms.state();
    }

    /** An order that may not be seen is as one that there is not. */
    private static OrderState visible(Oms oms, Caller caller, OrderId id) {
        return oms.state()
                .order(id)
                .filter(order -> sees(caller, order.order().fund()))
                .orElseThrow(() -> new RefusedException(
                        ApiRefusal.NOT_FOUND, "order " + id + " must have been taken, there is none"));
    }

    static boolean sees(Caller caller, FundId fund) {
        return caller.client().may(Permission.VIEW, fund) || caller.client().may(Permission.TRADE, fund);
    }

    private static OrderState tradable(Oms oms, Caller caller, OrderId id) {
        OrderState order = visible(oms, caller, id);
        caller.require(Permission.TRADE, order.order().fund());
        return order;
    }

    /** What the system refuses of an order that there is, does not fit how it stands. */
    static <T> T conflicting(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | OrderTransitionException e) {
            throw new RefusedException(ApiRefusal.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
