package io.mts1b.oms;

import io.mts1b.brokers.Broker;
import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.RestoresOrders;
import io.mts1b.brokers.SentOrder;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.numbers.Quantity;
import io.mts1b.foundation.orders.Order;
import io.mts1b.foundation.orders.OrderEvent;
import io.mts1b.foundation.orders.OrderState;
import io.mts1b.foundation.orders.OrderStatus;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.MemoryArchive;
import io.mts1b.platform.journal.JournalOptions;
import io.mts1b.riskengine.Review;
import io.mts1b.riskengine.RiskEngine;
import io.mts1b.riskengine.halts.HaltRelease;
import io.mts1b.riskengine.halts.SignedRelease;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The writer: takes what comes in, writes it down, folds it into the state, and sends orders on once that is durable.
 *
 * <p>Confined to one thread, what venues say included. Nothing is sent to a venue before what it follows from would
 * survive the process, and no order, cancel, replacement, limit, halt or corporate action is taken before it would.
 * Prices, values and targets are durable with what comes next. Call {@link #onTime} at least as often as the policy asks venues again.
 */
public final class Oms implements AutoCloseable {

    private final EventLog log;
    private final RiskEngine risk;
    private final OmsPolicy policy;
    private final InstantSource clock;
    private final Archive archive;
    private final OmsState state;
    private final long replayed;
    private final SortedMap<BrokerId, VenueDesk> desks = new TreeMap<>();
    private final Outbox outbox;
    private final Recorder recorder = new Writing();
    private final OperationsDesk operations;
    private final LinksDesk links;
    private final Replacing replacing;
    private final WordsDesk words;

    private Oms(
            EventLog log,
            Archive archive,
            StateSnapshot.Recovered recovered,
            RiskEngine risk,
            OmsPolicy policy,
            InstantSource clock) {
        this.log = log;
        this.archive = archive;
        this.state = recovered.state();
        this.replayed = recovered.replayed();
        this.risk = risk;
        this.policy = policy;
        this.clock = clock;
        this.outbox = new Outbox(log, new Following());
        OperationsDesk.Hands hands = new OperationsDesk.Hands(
                this::takeBack,
                this::go,
                id -> Optional.ofNullable(desks.get(id)).map(VenueDesk::broker),
                outbox::sendAll,
                outbox::acknowledge);
        this.operations = new OperationsDesk(recorder, hands, risk, policy);
        this.links = new LinksDesk(recorder, hands, policy.askEvery());
        this.replacing = new Replacing(recorder, risk);
        this.words = new WordsDesk(recorder, outbox::acknowledge);
    }

    /**
     * Opens a log in a journal, and replays what is in it.
     *
     * @param directory where the journal stands or will stand
     * @param options how it is written
     * @param risk who decides about orders
     * @param clock the time of decisions
     * @return the system in the state after the last event, with the standard policy
     * @throws io.mts1b.platform.journal.JournalException if another writer has the log, or it is damaged
     */
    public static Oms open(Path directory, JournalOptions options, RiskEngine risk, InstantSource clock) {
        return OmsJournal.open(directory, options, UnaryOperator.identity(), risk, OmsPolicy.STANDARD, clock);
    }

    /**
     * Opens a log, and replays what is in it.
     *
     * @param log where the events are written; closed with the system
     * @param risk who decides about orders
     * @param policy how long venues are waited for
     * @param clock the time of decisions
     * @return the system in the state after the last event
     */
    public static Oms open(EventLog log, RiskEngine risk, OmsPolicy policy, InstantSource clock) {
        return open(log, new MemoryArchive(), OmsState.KEPT, risk, policy, clock);
    }

    /**
     * Opens a log; replays what is in it, from its last snapshot on if that is of use.
     *
     * @param log where the events are written; closed with the system
     * @param archive where orders that ended are kept; closed with the system
     * @param kept how many of them stay in memory
     * @param risk who decides about orders
     * @param policy how long venues are waited for
     * @param clock the time of decisions
     * @return the system in the state after the last event
     */
    public static Oms open(
            EventLog log, Archive archive, int kept, RiskEngine risk, OmsPolicy policy, InstantSource clock) {
        try {
            return new Oms(log, archive, StateSnapshot.recover(log, archive, kept), risk, policy, clock);
        } catch (RuntimeException e) {
            try (archive) {
                log.close();
            }
            throw e;
        }
    }

    /** {@return how many events were replayed when it was opened} */
    public long replayed() {
        return replayed;
    }

    /**
     * Keeps the state as it is now, or after the work this is called within, so that the next start need not replay what led
     * to it. May take a second.
     */
    public void snapshot() {
        outbox.save(() -> StateSnapshot.write(state));
    }

    /** {@return the live state; read it on the writer's thread} */
    public OmsState state() {
        return state;
    }

    /** {@return where operators say what only a person can know of a difference} */
    public WordsDesk words() {
        return words;
    }

    /** {@return what operators do to many orders at once} */
    public OperationsDesk operations() {
        return operations;
    }

    /** {@return who asks the chief risk officer, and takes the answers} */
    public VetoDesk veto() {
        return operations.veto();
    }

    /** {@return what is worked slice by slice} */
    public ParentsDesk parents() {
        return operations.parents();
    }

    /**
     * Takes a broker into use. Over a line, everything is compared with the venue first; until that is done, nothing
     * that adds exposure goes there.
     *
     * @param broker the broker, which tells what it hears to {@link #onVenue}
     */
    public void connect(Broker broker) {
        BrokerId id = broker.broker();
        Require.that(!desks.containsKey(id), "broker " + id + " must be connected once");
        desks.put(id, new VenueDesk(broker, recorder, policy));
        List<OrderState> open = state.openAt(id);
        if (broker instanceof RestoresOrders restores) {
            List<ApprovedOrder> working = open.stream()
                    .filter(order -> order.status().mayTrade())
                    .map(risk::approvedBefore)
                    .toList();
            recorder.send(broker, _ -> restores.restore(working));
        } else if (state.venues().line(id).orElse(LineState.UP) != LineState.DOWN) {
            recorder.record(new OmsEvent.LineChanged(id, LineState.DOWN, "not connected yet", recorder.now()));
        }
        resume(open);
        recorder.send(broker, Broker::open);
        outbox.sendAll();
    }

    /** Goes on where the process ended: sends what was approved, if it still is wanted, and looks at linked orders. */
    private void resume(List<OrderState> open) {
        Instant now = recorder.now();
        links.lookAtAll();
        for (OrderState order : open) {
            if (order.status() == OrderStatus.APPROVED) {
                if (now.isAfter(order.order().createdAt().plus(policy.approvalHolds()))) {
                    recorder.record(new OrderEvent.Canceled(
                            order.order().orderId(), now, "not sent within " + policy.approvalHolds()));
                } else {
                    send(order);
                }
            }
        }
    }

    /**
     * Takes anything that is not about an order: funds, instruments, limits, targets, prices, values, new halts.
     *
     * @param event what happened
     * @throws IllegalArgumentException if it is about an order or a venue, or speaks of what the log never
     *     introduced; it is not in the log then
     */
    public void accept(OmsEvent event) {
        Intake.require(event);
        recorder.record(event);
        switch (event) {
            case OmsEvent.EnvelopeSet _,
                    OmsEvent.HaltSet _,
                    OmsEvent.CorporateActionApplied _,
                    OmsEvent.DividendPaid _,
                    OmsEvent.BorrowSet _ -> outbox.acknowledge();
            default -> outbox.sendAll();
        }
    }

    /**
     * Ends a halt that two operators want ended.
     *
     * @param signed the release, its second signature checked
     * @throws IllegalArgumentException if that halt is not in force, or a flatten goes on under it; nothing is in the
     *     log then
     */
    public void lift(SignedRelease signed) {
        HaltRelease release = signed.release();
        operations.requireNotNeeded(release.halt());
        recorder.record(
                new OmsEvent.HaltLifted(release.halt(), release.liftedBy(), release.cosignedBy(), release.at()));
        outbox.acknowledge();
    }

    /**
     * Takes orders: has them reviewed one after the other, makes the intent of all that passed durable, and
     * sends those. Taking an order again goes on where its first time ended.
     *
     * @param orders the orders, in the order they are wished for
     * @throws IllegalArgumentException if an order's fund is not open or its broker not connected, it is linked to one of
     *     another fund or that neither was received nor stands before it, or the process stops; nothing is taken then
     */
    public void submit(List<Order> orders) {
        operations.requireNoDrain();
        for (Order order : orders) {
            Require.that(
                    desk(order.broker()).broker() instanceof SubmitsOrders,
                    () -> "broker " + order.broker() + " must take orders");
            Require.that(state.fund(order.fund()).isPresent(), () -> "fund " + order.fund() + " must be open");
            operations.requireFree(order.orderId());
        }
        Links.requireReceived(orders, state::order);
        Expected.forEach(orders, state.orders(), this::take);
        outbox.acknowledge();
    }

    private void take(Order order) {
        if (state.order(order.orderId()).isEmpty()) {
            recorder.record(new OmsEvent.OrderReceived(order));
        }
        Optional<OrderId> trigger = Links.trigger(order);
        Optional<OrderId> excluding = links.excluding(order);
        if (excluding.isPresent()) {
            takeBack(order.orderId(), "order " + excluding.get() + " has traded");
        } else if (trigger.isPresent()) {
            links.look(trigger.get());
        } else {
            decide(order).ifPresent(this::send);
        }
    }

    /** Has an order reviewed that was not yet, unless somebody is asked; gives it back if it is approved and not sent. */
    private Optional<OrderState> decide(Order order) {
        OrderStatus status = order(order.orderId()).status();
        boolean open = status == OrderStatus.CREATED || status == OrderStatus.PENDING_RISK;
        if (open && !operations.veto().waits(order)) {
            recorder.record(new OmsEvent.OrderDecided(
                    risk.review(order, state, clock.instant()).decision()));
        }
        return Optional.of(order(order.orderId())).filter(decided -> decided.status() == OrderStatus.APPROVED);
    }

    /** What is approved while its broker is not connected is sent when it is. */
    private void go(Order order) {
        decide(order).filter(_ -> desks.containsKey(order.broker())).ifPresent(this::send);
    }

    private void send(OrderState order) {
        Order wish = order.order();
        recorder.record(new OrderEvent.Submitted(wish.orderId(), clock.instant()));
        ApprovedOrder approved = risk.approvedBefore(order(wish.orderId()));
        recorder.send(desk(wish.broker()).broker(), to -> ((SubmitsOrders) to).submit(approved));
    }

    /**
     * Asks to take an order back: at once if it was not sent, else at its venue.
     *
     * @param id the order
     * @param reason why, in words
     * @throws IllegalArgumentException if there is no such order, it has ended, or its broker takes none back
     */
    public void cancel(OrderId id, String reason) {
        OrderState order = order(id);
        Require.that(!order.status().isFinal(), "order " + id + " must not have ended, is " + order.status());
        takeBack(id, reason);
        outbox.acknowledge();
    }

    private void takeBack(OrderId id, String reason) {
        OrderState order = order(id);
        if (!order.status().mayTrade()) {
            recorder.record(new OrderEvent.Canceled(id, clock.instant(), reason));
        } else {
            Broker broker = desk(order.order().broker()).broker();
            Require.that(broker instanceof CancelsOrders, "broker " + broker.broker() + " must take orders back");
            // Once: what is asked again and again would never be waited for long enough to be asked about.
            if (!state.venues().isCanceling(order)) {
                recorder.record(new OrderEvent.CancelRequested(id, clock.instant()));
            }
            SentOrder sent = state.venues().sent(order(id));
            recorder.send(broker, to -> ((CancelsOrders) to).cancel(sent));
        }
    }

    /**
     * Asks to change an order on the book. The change passes the gates as an order does; the chief risk officer is not
     * asked, which counts as silence.
     *
     * @param id the order
     * @param quantity how much is wanted in all, what has traded included
     * @param type at which prices
     * @return what the gates said; stopped if they stopped it, and then nothing is sent
     * @throws IllegalArgumentException if the order does not rest at its venue, another change of it is not answered, so
     *     much has traded already, or its broker cannot change orders
     */
    public Review replace(OrderId id, Quantity quantity, OrderType type) {
        Require.that(!state.parents().names(id), () -> "order " + id + " must not be a parent's, which is amended");
        OrderState order = order(id);
        Review review = replacing.replace(order, desk(order.order().broker()).broker(), quantity, type);
        outbox.acknowledge();
        return review;
    }

    /**
     * Takes what a venue, or the line to it, says. Never throws for what it says: what cannot be becomes a difference.
     *
     * @param broker who says it
     * @param message what it says
     */
    public void onVenue(BrokerId broker, VenueMessage message) {
        desk(broker).take(message);
        outbox.sendAll();
    }

    /** Looks at the clock: what was not answered is asked again, and what is due is compared. */
    public void onTime() {
        desks.values().forEach(VenueDesk::onTime);
        links.onTime();
        outbox.sendAll();
    }

    /**
     * Does several things, and makes them durable together: nothing is sent, and nothing of them may be told to whoever
     * asked, before this returns.
     *
     * @param work calls of this system
     * @throws io.mts1b.platform.journal.JournalException if the log cannot be written; the state is ahead of it then,
     *     and only a restart tells what is durable
     */
    public void together(Runnable work) {
        outbox.together(work);
    }

    /** Makes everything durable, and gives up the log. */
    @Override
    public void close() {
        try (archive) {
            log.close();
        }
    }

    private VenueDesk desk(BrokerId broker) {
        return Require.present(desks.get(broker), () -> "broker " + broker + " must be connected");
    }

    private OrderState order(OrderId id) {
        return state.order(id)
                .orElseThrow(() -> new IllegalArgumentException("order " + id + " must have been received"));
    }

    /** The writer as its parts see it. */
    private final class Writing implements Recorder {

        @Override
        public OmsState state() {
            return state;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }

        /** The fold refuses what is impossible before it changes anything, so nothing impossible is written down. */
        @Override
        public void record(OmsEvent event) {
            state.apply(event);
            log.append(event);
            outbox.written();
            operations.happened(event);
            if (event instanceof OmsEvent.OperatorRuled(OperatorWord word) && desks.containsKey(word.broker())) {
                desk(word.broker()).ruled(word);
            }
            if (event instanceof OmsEvent.OrderChanged(OrderEvent happened)) {
                OrderState order = order(happened.orderId());
                VenueDesk desk = desks.get(order.order().broker());
                if (desk != null) {
                    desk.recorded(happened);
                }
            }
            links.happened(event);
        }

        @Override
        public ApprovedOrder approved(OrderState order) {
            return risk.approvedBefore(order);
        }

        @Override
        public void whenDurable(Runnable call) {
            outbox.add(call);
        }
    }

    /** What follows from what was recorded. */
    private final class Following implements Outbox.Work {

        @Override
        public void advance() {
            operations.advance();
        }

        @Override
        public boolean follow() {
            return links.follow();
        }
    }
}
