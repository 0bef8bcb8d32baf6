package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.funds.FundConfig;
import io.mts1b.foundation.ids.FillId;
import io.mts1b.foundation.risk.HaltRequest;
import io.mts1b.oms.archive.Archive;
import io.mts1b.oms.archive.Records;
import io.mts1b.oms.codec.ByteSink;
import io.mts1b.oms.codec.ByteSource;
import io.mts1b.platform.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A state as bytes, but for what is in its archive: it is JSON, the names of the last fills, and the orders in memory as
 * the log has them. States that came from the same events, in whatever process, have the same bytes.
 */
final class StateSnapshot {

    /** Raised whenever the same events fold into something else than before: a snapshot of then is not of now. */
    private static final int FOLD = 6;

    private static final Logger LOG = LoggerFactory.getLogger(StateSnapshot.class);

    private StateSnapshot() {}

    /** Everything but funds and orders. */
    private record Form(
            int fold,
            int kept,
            int funds,
            Market.Form market,
            Records.Form records,
            Orders.Form orders,
            List<VenueRecords.Form> venues,
            VenueRecords.RuledForm ruled,
            Operations.Form operations,
            List<CorporateActions.Applied> corporateActions,
            List<HaltRequest> halts) {}

    /** A state, and how many events were replayed to come to it. */
    record Recovered(OmsState state, long replayed) {}

    /** Makes the state that follows from a log: from its last snapshot on, if that is of use. */
    static Recovered recover(EventLog log, Archive archive, int kept) {
        EventLog.Snapshot snapshot = log.snapshot().orElse(null);
        if (snapshot != null) {
            OmsState state;
            try {
                state = read(snapshot.parts().getFirst(), archive, kept);
            } catch (RuntimeException e) {
                LOG.warn("the snapshot is not used, the log is replayed from its beginning: {}", e.toString());
                return replayAll(log, archive, kept);
            }
            return replay(log, snapshot.events(), state);
        }
        return replayAll(log, archive, kept);
    }

    private static Recovered replayAll(EventLog log, Archive archive, int kept) {
        archive.back(List.of(), _ -> {});
        return replay(log, 0, new OmsState(archive, kept));
    }

    private static Recovered replay(EventLog log, long after, OmsState state) {
        long[] count = {0};
        List<OmsEvent> some = new ArrayList<>(Expected.TOGETHER);
        log.replay(after, event -> {
            some.add(event);
            count[0]++;
            if (some.size() == Expected.TOGETHER) {
                Expected.apply(some, state);
                some.clear();
            }
        });
        Expected.apply(some, state);
        return new Recovered(state, count[0]);
    }

    /** Writes a state, and marks where its archive is. */
    static byte[] write(OmsState state) {
        Form form = new Form(
                FOLD,
                state.orders().kept(),
                state.funds().size(),
                state.prices().form(),
                state.orders().records().form(),
                state.orders().form(),
                state.venues().forms(),
                state.venues().ruled(),
                state.operations().form(),
                state.corporateActions().all(),
                List.copyOf(state.halts()));
        ByteSink out = new ByteSink();
        out.bytes(Json.bytes(form));
        for (FundConfig config : state.funds()) {
            FundState fund = state.state(config.fund());
            out.bytes(Json.bytes(fund.form()));
            fund.lastFills().forEach(fill -> out.text(fill.value()));
        }
        OrderRecordCodec records = new OrderRecordCodec();
        state.orders().inMemory().forEach(record -> records.write(record, out));
        return out.toBytes();
    }

    /**
     * Makes the state again, and goes back in its archive.
     *
     * @throws RuntimeException if the bytes are not of a state, of one that other programs folded, or the archive is not
     *     what it was
     */
    static OmsState read(byte[] bytes, Archive archive, int kept) {
        ByteSource in = new ByteSource(bytes);
        Form form = Json.read(in.bytes(), Form.class);
        Require.that(form.fold() == FOLD, "fold must be " + FOLD + ", was " + form.fold());
        Require.that(form.kept() == kept, "kept must be " + kept + ", was " + form.kept());
        Orders orders = new Orders(archive, form.kept());
        Operations operations = new Operations(form.operations(), orders.records());
        OmsState state = new OmsState(orders, operations, form.corporateActions());
        state.prices().restore(form.market());
        form.halts().forEach(halt -> state.apply(new OmsEvent.HaltSet(halt)));
        for (int i = 0; i < form.funds(); i++) {
            FundState.Form fund = Json.read(in.bytes(), FundState.Form.class);
            state.allFunds().open(new FundState(fund, () -> new FillId(in.text()), state));
        }
        OrderRecordCodec records = new OrderRecordCodec();
        orders.records().restore(form.records());
        orders.restore(form.orders(), () -> records.read(in));
        Require.that(!in.hasMore(), "snapshot must end after its orders");
        orders.bind(state.links());
        state.venues().restore(form.venues(), form.ruled());
        orders.open()
                .forEach(record ->
                        state.state(record.state.order().fund()).exposures().order(record.state));
        return state;
    }
}
