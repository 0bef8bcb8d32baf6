package io.mts1b.brokers.local;

import io.mts1b.brokers.CancelsOrders;
import io.mts1b.brokers.FindsOrders;
import io.mts1b.brokers.ListsFills;
import io.mts1b.brokers.ListsOpenOrders;
import io.mts1b.brokers.ReplacesOrders;
import io.mts1b.brokers.ReportsBalances;
import io.mts1b.brokers.SubmitsOrders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.wire.VenueLink;
import io.mts1b.platform.clock.VirtualTime;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * One venue in virtual time, the line to it, and a broker.
 *
 * @param <B> the broker
 */
public final class FaultyStage<
        B extends
                SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                        & ReportsBalances & VenueLink.User> {

    private static final URI API = URI.create("https://api.venue.com");

    public final VirtualTime time = new VirtualTime(Processes.START);
    public final LocalMarket market;
    public final LyingVenue line;
    public final MemoryLink link;
    public final B broker;
    public final Play<B> play;
    private final Protocol<B> protocol;
    private final VenueListener listener;

    /** Makes one with a broker that is closed. */
    public FaultyStage(Protocol<B> protocol, RandomGenerator random, Faults faults, VenueListener listener) {
        this.protocol = protocol;
        this.listener = listener;
        market = protocol.market(time, new SplittableRandom(random.nextLong()));
        line = new LyingVenue(
                protocol.venue(market, time), time::after, new SplittableRandom(random.nextLong()), faults);
        link = new MemoryLink(time, line, protocol.stream());
        broker = again();
        play = new Play<>(new Play.Stage<>(
                broker, market, Play.VenueThread::here, protocol.instrument(), protocol::names, protocol::name));
    }

    /** Makes one where nothing goes wrong, with a broker whose line is up. */
    public static <
                    B extends
                            SubmitsOrders & CancelsOrders & ReplacesOrders & FindsOrders & ListsOpenOrders & ListsFills
                                    & ReportsBalances & VenueLink.User>
            FaultyStage<B> good(Protocol<B> protocol, long seed, VenueListener listener) {
        FaultyStage<B> stage = new FaultyStage<>(protocol, new SplittableRandom(seed), Faults.NONE, listener);
        stage.open();
        return stage;
    }

    /** Makes a broker as a process that is started again has it, on the same line. */
    public B again() {
        B made = protocol.broker(API, time, link, listener);
        link.serve(made);
        return made;
    }

    /** Lets time pass. */
    public void wait(Duration span) {
        time.until(time.instant().plus(span));
    }

    /** Opens the line. */
    public void open() {
        broker.open();
        wait(Duration.ofSeconds(1));
    }
}
