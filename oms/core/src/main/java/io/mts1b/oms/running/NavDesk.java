package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.events.StableSubject;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.oms.Oms;
import io.mts1b.oms.OmsEvent;
import io.mts1b.oms.OmsState;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Feed;
import io.mts1b.platform.bus.Topic;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What funds were worth at the ends of sessions, from which losses are measured: what is published of them, and before that is,
 * what the books say at the last prices of a session when the first price of the next comes.
 */
final class NavDesk {

    private static final Logger LOG = LoggerFactory.getLogger(NavDesk.class);

    private final OmsWriter writer;
    private final InstantSource clock;

    NavDesk(OmsWriter writer, InstantSource clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Listens from now on. */
    void listen(Bus bus) {
        bus.subscribe(
                Feed.ofParts(Topic.of(StableSubject.NAV_UPDATED, NavSnapshot.class)),
                (Event<NavSnapshot> event) ->
                        writer.ask(oms -> take(oms, event.payload())).join());
    }

    /** A value that is told twice is one. */
    private boolean take(Oms oms, NavSnapshot nav) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        Optional<FundConfig> fund = oms.state().fund(nav.fund());
        boolean fits =
                fund.filter(known -> known.baseCurrency().equals(nav.nav().currency()))
                                .isPresent()
                        && !nav.asOf().isAfter(today);
        if (!fits) {
            LOG.warn(
                    "a value of fund {} as of {} is not taken: no such fund, currency or day yet",
                    nav.fund(),
                    nav.asOf());
            return false;
        }
        boolean isNew = !oms.state().lastNav(nav.fund()).equals(Optional.of(nav));
        if (isNew) {
            oms.accept(new OmsEvent.NavMarked(nav));
        }
        return isNew;
    }

    /**
     * Writes down what each fund is worth before the first price of a session, unless its value is known.
     *
     * @param session the session the next price is of
     */
    static void beforeMark(Oms oms, LocalDate session) {
        OmsState state = oms.state();
        LocalDate ended = state.session().filter(last -> last.isBefore(session)).orElse(session.minusDays(1));
        for (FundConfig fund : state.funds()) {
            boolean known = state.lastNav(fund.fund())
                    .filter(nav -> !nav.asOf().isBefore(ended))
                    .isPresent();
            if (!known) {
                value(oms, fund, ended);
            }
        }
    }

    private static void value(Oms oms, FundConfig fund, LocalDate ended) {
        NavSnapshot nav;
        try {
            nav = oms.state().account(fund.fund()).nav(ended);
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.warn("fund {} has no value as of {}: {}", fund.fund(), ended, e.getMessage());
            return;
        }
        oms.accept(new OmsEvent.NavMarked(nav));
    }
}
