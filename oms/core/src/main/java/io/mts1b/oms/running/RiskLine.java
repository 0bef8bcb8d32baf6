package io.mts1b.oms.running;

import io.mts1b.foundation.events.Event;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.Oms;
import io.mts1b.oms.risk.HeldPortfolio;
import io.mts1b.oms.risk.RiskReport;
import io.mts1b.oms.risk.RiskTerms;
import io.mts1b.oms.service.OmsWriter;
import io.mts1b.platform.bus.Bus;
import io.mts1b.platform.bus.Publisher;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what each fund may lose, and what orders would add. The writer only says what is held; the measuring is done beside
 * it, so that no order waits for it.
 */
final class RiskLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RiskLine.class);

    private final OmsWriter writer;
    private final RiskSettings settings;
    private final RiskTerms terms;
    private final InstantSource clock;
    private final Publisher<RiskReport> publisher;
    private final ScheduledExecutorService ticker;
    private @Nullable ScheduledFuture<?> telling;

    private RiskLine(OmsWriter writer, RiskSettings settings, InstantSource clock, Bus gates) {
        this.writer = writer;
        this.settings = settings;
        this.terms = settings.terms();
        this.clock = clock;
        this.publisher = gates.publisher(RiskQuestion.TOPIC);
        this.ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("oms-risk").daemon().factory());
    }

    /** Tells in the name of the risk engine from now on, and answers as oms. */
    static RiskLine start(Bus gates, Bus oms, OmsWriter writer, RiskSettings settings, InstantSource clock) {
        RiskLine line = new RiskLine(writer, settings, clock, gates);
        oms.answer(RiskQuestion.CALL, line::reply);
        long nanos = settings.every().toNanos();
        line.telling = line.ticker.scheduleWithFixedDelay(line::tell, nanos, nanos, TimeUnit.NANOSECONDS);
        return line;
    }

    private RiskQuestion.Reply reply(RiskQuestion question) {
        try {
            return new RiskQuestion.Reply(measure(question.fund(), question.orders()), null);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new RiskQuestion.Reply(null, String.valueOf(e.getMessage()));
        }
    }

    private RiskReport measure(FundId fund, SortedMap<InstrumentId, Decimal> orders) {
        return RiskReport.of(ask(oms -> HeldPortfolio.of(oms.state(), fund, orders, settings.rate())), terms);
    }

    private <T> T ask(Function<Oms, T> question) {
        try {
            return writer.ask(question).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    /** What cannot be measured now may be the next time; the others are told. */
    private void tell() {
        try {
            List<FundId> funds = ask(
                    oms -> oms.state().funds().stream().map(FundConfig::fund).toList());
            funds.forEach(this::tell);
        } catch (RuntimeException e) {
            LOG.warn("risk cannot be told", e);
        }
    }

    private void tell(FundId fund) {
        try {
            Instant now = clock.instant();
            publisher.offer(new Event<>(
                    new EventId("risk-" + fund + "-" + now.toEpochMilli()),
                    RiskQuestion.TOPIC.subject().forFund(fund),
                    now,
                    measure(fund, new TreeMap<>())));
        } catch (IllegalArgumentException | ArithmeticException e) {
            LOG.warn("risk of {} cannot be told: {}", fund, e.getMessage());
        }
    }

    /** Ends; what is measured now is finished. */
    @Override
    public void close() {
        if (telling != null) {
            telling.cancel(false);
        }
        ticker.close();
    }
}
