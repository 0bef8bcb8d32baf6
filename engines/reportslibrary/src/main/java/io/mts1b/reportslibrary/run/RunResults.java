package io.mts1b.reportslibrary.run;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.symbology.InstrumentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Everything a run leaves behind, and all that a report of it is made from. Immutable.
 *
 * @param info what the run was
 * @param equity the worth of the fund after each session, oldest first, at least one
 * @param weights what it held after the sessions that matter, oldest first, an instrument once a session
 * @param trades the executions, oldest session first, their fees in the currency of the fund
 * @param decisions what the gates said, oldest session first
 * @param stateHash what identifies the final state of the run; equal for equal runs
 */
public record RunResults(
        RunInfo info,
        List<EquityRow> equity,
        List<WeightRow> weights,
        List<TradeRow> trades,
        List<DecisionRow> decisions,
        String stateHash) {

    /** Validates, and copies. */
    public RunResults {
        Objects.requireNonNull(info, "info");
        equity = List.copyOf(equity);
        weights = List.copyOf(weights);
        trades = List.copyOf(trades);
        decisions = List.copyOf(decisions);
        Require.visible("stateHash", stateHash, 128);
        Require.that(!equity.isEmpty(), "equity must have at least one session");
        requireOrder("equity", info, equity, EquityRow::session, true);
        requireOrder("weights", info, weights, WeightRow::session, false);
        requireOrder("trades", info, trades, TradeRow::session, false);
        requireOrder("decisions", info, decisions, DecisionRow::session, false);
        requireOncePerSession(weights);
        for (TradeRow trade : trades) {
            Require.that(
                    trade.fill().fee().currency().equals(info.currency()),
                    "fee must be in " + info.currency() + ", was "
                            + trade.fill().fee());
        }
    }

    /**
     * Computes the figures. It takes some milliseconds for some thousand sessions; keep what it returns.
     *
     * @return the summary
     */
    public RunSummary summary() {
        return RunSummary.of(this);
    }

    private static <T> void requireOrder(
            String name, RunInfo info, List<T> rows, Function<T, LocalDate> session, boolean distinct) {
        LocalDate before = null;
        for (T row : rows) {
            LocalDate date = session.apply(row);
            Require.that(
                    !date.isBefore(info.start()) && !date.isAfter(info.end()),
                    name + " must be from " + info.start() + " to " + info.end() + ", was " + date);
            Require.that(
                    before == null || (distinct ? before.isBefore(date) : !before.isAfter(date)),
                    name + " must be in the order of sessions, was " + date + " after " + before);
            before = date;
        }
    }

    private static void requireOncePerSession(List<WeightRow> weights) {
        LocalDate session = LocalDate.MIN;
        TreeSet<InstrumentId> seen = new TreeSet<>();
        for (WeightRow row : weights) {
            if (!row.session().equals(session)) {
                session = row.session();
                seen.clear();
            }
            Require.that(seen.add(row.instrument()), "weights must name " + row.instrument() + " once on " + session);
        }
    }
}
