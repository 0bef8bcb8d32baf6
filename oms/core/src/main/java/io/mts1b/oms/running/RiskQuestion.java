package io.mts1b.oms.running;

import io.mts1b.foundation.events.Subject;
import io.mts1b.foundation.ids.FundId;
import io.mts1b.foundation.numbers.Decimal;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.oms.risk.RiskReport;
import io.mts1b.platform.bus.Call;
import io.mts1b.platform.bus.Topic;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a running service is asked of a fund's risk.
 *
 * @param fund whose
 * @param orders signed quantities that are thought of, by instrument; may be empty
 */
public record RiskQuestion(FundId fund, SortedMap<InstrumentId, Decimal> orders) {

    /** Where it is asked. */
    public static final Call<RiskQuestion, Reply> CALL =
            new Call<>(Subject.parse("mts.v1.oms.risks.requested"), RiskQuestion.class, Reply.class);

    /** Where what each fund may lose is told again and again, unasked. */
    public static final Topic<RiskReport> TOPIC =
            new Topic<>(Subject.parse("mts.v1.riskengine.risks.measured"), RiskReport.class);

    /** Validates, and copies. */
    public RiskQuestion {
        Objects.requireNonNull(fund, "fund");
        orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }

    /**
     * The answer.
     *
     * @param report what the fund may lose; null if that cannot be said
     * @param refused why; null if it can
     */
    public record Reply(
            @Nullable RiskReport report, @Nullable String refused) {}
}
