package io.mts1b.oms.api;

import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.IdempotencyKey;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.Order;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.Routing;
import io.mts1b.oms.api.ApiReply.OneParent;
import io.mts1b.oms.api.ApiReply.ParentView;
import io.mts1b.oms.api.OmsApi.Caller;
import io.mts1b.oms.parents.ParentState;
import io.mts1b.oms.parents.ParentStatus;
import io.mts1b.oms.parents.Parents;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each command about orders that algos work does on the writer's thread.
 *
 * @param clock the time of parents
 */
record ParentCommands(Routing routing, InstantSource clock) {

    private static final String ID_PREFIX = "algo-";

    /** How many parents are looked at for one page: those that have ended are read, and the writer waits. */
    private static final int MOST = 1_000;

    /** Children are orders, so a parent that was taken may be taken again whatever has become of them. */
    ApiReply work(Oms oms, Caller caller, ApiCommand.Work work) {
        ParentWish wish = work.parent();
        String name = caller.actor() + "/" + work.key();
        OrderId id = new OrderId(ID_PREFIX + Commands.digest("parent " + name));
        IdempotencyKey key = new IdempotencyKey(ID_PREFIX + Commands.digest("parent key " + name));
        OmsState state = Commands.known(oms, wish.fund());
        Optional<ParentState> before = state.parents().parent(id);
        BrokerId otherwise = before.map(first -> first.order().broker())
                .orElseGet(() -> Commands.route(routing, state, wish.fund(), wish.instrument()));
        Order order = wish.order(
                id,
                key,
                otherwise,
                caller.actor(),
                before.map(first -> first.order().createdAt()).orElseGet(clock::instant));
        boolean other = before.isPresent()
                && !(before.get().order().equals(order)
                        && before.get().start().algo().equals(wish.algo())
                        && before.get().start().limits().equals(wish.kept()));
        if (other) {
            throw new RefusedException(
                    ApiRefusal.CONFLICT,
                    "Idempotency-Key " + work.key() + " must come with the wish it first came with, which made parent "
                            + id);
        }
        if (before.isEmpty()) {
            // What chance decides follows from the key, so that it is the same if the same is asked again.
            oms.parents().take(order, wish.algo(), wish.kept(), id.value().hashCode());
        }
        return one(oms, id, before.isPresent());
    }

    ApiReply amend(Oms oms, Caller caller, ApiCommand.AmendParent amend) {
        ParentState parent = tradable(oms, caller, amend.parentId());
        ApiCommand.ParentAmendment to = amend.to();
        return Commands.conflicting(() -> {
            oms.parents().amend(amend.parentId(), to.quantity(), to.limit(), caller.actor(), to.reason());
            return one(oms, parent.order().orderId(), false);
        });
    }

    ApiReply pause(Oms oms, Caller caller, ApiCommand.PauseParent pause) {
        OrderId id = pause.parentId();
        tradable(oms, caller, id);
        return unless(ParentStatus.PAUSED, oms, id, () -> oms.parents().pause(id, caller.actor(), pause.reason()));
    }

    ApiReply resume(Oms oms, Caller caller, ApiCommand.ResumeParent resume) {
        OrderId id = resume.parentId();
        tradable(oms, caller, id);
        return unless(ParentStatus.WORKING, oms, id, () -> oms.parents().resume(id, caller.actor(), resume.reason()));
    }

    ApiReply cancel(Oms oms, Caller caller, ApiCommand.CancelParent cancel) {
        OrderId id = cancel.parentId();
        tradable(oms, caller, id);
        return unless(ParentStatus.ENDING, oms, id, () -> oms.parents().cancel(id, caller.actor(), cancel.reason()));
    }

    /** Does something, unless it is so already. */
    private static ApiReply unless(ParentStatus already, Oms oms, OrderId id, Runnable work) {
        ParentStatus status = oms.state().parents().status(id).orElseThrow();
        if (status == already || (already == ParentStatus.ENDING && status == ParentStatus.ENDED)) {
            return one(oms, id, true);
        }
        return Commands.conflicting(() -> {
            work.run();
            return one(oms, id, false);
        });
    }

    ApiReply get(Oms oms, Caller caller, OrderId id) {
        visible(oms, caller, id);
        return one(oms, id, true);
    }

    ApiReply list(Oms oms, ApiCommand.ListParents list) {
        Parents parents = Commands.known(oms, list.fund()).parents();
        List<ApiReply.NumberedParent> found = new ArrayList<>();
        for (long number = list.after() + 1; number <= parents.taken(); number++) {
            if (found.size() == list.limit() || number - list.after() > MOST) {
                return new ApiReply.Parents(found, number - 1);
            }
            ParentState parent = parents.taken(number);
            if (parent.order().fund().equals(list.fund())) {
                found.add(new ApiReply.NumberedParent(number, view(oms, parent)));
            }
        }
        return new ApiReply.Parents(found, null);
    }

    private static OneParent one(Oms oms, OrderId id, boolean repeated) {
        return new OneParent(view(oms, oms.state().parents().parent(id).orElseThrow()), repeated);
    }

    private static ParentView view(Oms oms, ParentState parent) {
        return ParentView.of(
                parent, oms.state().parents().status(parent.order().orderId()).orElseThrow());
    }

    /** A parent that may not be seen is as one that there is not. */
    private static ParentState visible(Oms oms, Caller caller, OrderId id) {
        return oms.state()
                .parents()
                .parent(id)
                .filter(parent -> Commands.sees(caller, parent.order().fund()))
                .orElseThrow(() -> new RefusedException(
                        ApiRefusal.NOT_FOUND, "parent " + id + " must have been taken, there is none"));
    }

    private static ParentState tradable(Oms oms, Caller caller, OrderId id) {
        ParentState parent = visible(oms, caller, id);
        caller.require(Permission.TRADE, parent.order().fund());
        return parent;
    }
}
