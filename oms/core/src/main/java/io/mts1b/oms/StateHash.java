package io.mts1b.oms;

import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.funds.NavSnapshot;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.ids.StrategyId;
import io.mts1b.foundation.numbers.Balances;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.foundation.risk.RiskEnvelope;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.OmsEvent.TargetsSet;
import io.mts1b.oms.archive.RecordSum;
import io.mts1b.platform.json.Json;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a state to a hash, by way of its JSON and the bytes of what ends: the same however much of that is in memory.
 */
final class StateHash {

    private StateHash() {}

    /** One fund in canonical form. */
    private record FundForm(
            FundConfig fund,
            Balances cash,
            List<Books.Receivable> receivables,
            List<HoldingForm> holdings,
            List<StrategyForm> strategies,
            @Nullable RiskEnvelope envelope,
            @Nullable TargetsSet targets,
            List<NavSnapshot> navs) {}

    /** One strategy in canonical form. */
    private record StrategyForm(StrategyId strategy, Balances cashFlow, List<HoldingForm> holdings) {}

    /** One holding in canonical form. */
    private record HoldingForm(InstrumentId instrument, Holding holding) {}

    /** Everything in canonical form; of orders, operations and parents, the sum of their hashes. */
    private record Form(
            List<FundForm> funds,
            List<HaltRequest> halts,
            Market.Form market,
            List<VenueRecords.Form> venues,
            VenueRecords.RuledForm ruled,
            String operations,
            List<Stops.Passed> stops,
            List<Vetoes.Question> vetoes,
            String parents,
            List<CorporateActions.Applied> corporateActions,
            long received,
            String orders) {}

    static String of(OmsState state) {
        List<FundForm> funds =
                state.funds().stream().map(fund -> fund(state, fund)).toList();
        Form form = new Form(
                funds,
                List.copyOf(state.halts()),
                state.prices().form(),
                state.venues().forms(),
                state.venues().ruled(),
                state.operations().hash(),
                state.operations().stops().all(),
                state.operations().vetoes().all(),
                state.parents().hash(),
                state.corporateActions().all(),
                state.orders().received(),
                state.orders().hash());
        return HexFormat.of().formatHex(RecordSum.sha256().digest(Json.bytes(form)));
    }

    private static FundForm fund(OmsState state, FundConfig config) {
        FundId fund = config.fund();
        List<StrategyForm> strategies = state.strategies(fund).stream()
                .map(one -> new StrategyForm(one.strategy(), one.cashFlow(), forms(one.holdings())))
                .toList();
        return new FundForm(
                config,
                state.balances(fund),
                state.books(fund).receivables(),
                forms(state.holdings(fund)),
                strategies,
                state.envelope(fund).orElse(null),
                state.targets(fund).orElse(null),
                List.copyOf(state.state(fund).navs().kept().values()));
    }

    private static List<HoldingForm> forms(SortedMap<InstrumentId, Holding> holdings) {
        List<HoldingForm> forms = new ArrayList<>();
        holdings.forEach((instrument, holding) -> forms.add(new HoldingForm(instrument, holding)));
        return forms;
    }
}
