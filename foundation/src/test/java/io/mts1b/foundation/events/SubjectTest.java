package io.mts1b.foundation.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.ids.EventId;
import io.mts1b.foundation.ids.FundId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mts.v1.oms.fills.created",
                "mts.v12.prediction-markets.books.updated",
                "mts.v1.oms.fills.created.fund.alpha",
                "mts.v1.marketdata.bars.closed.symbol.AAPL.interval.1d"
            })
    void survives_its_text(String text) {
        assertThat(Subject.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mts",
                "mts.v1.oms.fills",
                "oms.v1.oms.fills.created",
                "mts.1.oms.fills.created",
                "mts.v0.oms.fills.created",
                "mts.v1.oms..created",
                "mts.v1.oms.*.created",
                "mts.v1.oms.fills.>",
                "mts.v1.oms.fills.created.fund",
                "mts.v1.oms.fills.created.desk.alpha",
                "mts.v1.oms.fills.created.fund.a.fund.b",
                "mts.v1.oms.fills.created\n",
                "mts.v99999.oms.fills.created"
            })
    void refuses_what_breaks_the_grammar(String text) {
        assertThatThrownBy(() -> Subject.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void splits_by_fund_and_finds_back_to_the_whole() {
        Subject whole = Subject.parse("mts.v1.treasury.nav.updated");
        Subject part = whole.forFund(new FundId("paper-1"));

        assertThat(part).hasToString("mts.v1.treasury.nav.updated.fund.paper-1");
        assertThat(part.whole()).isEqualTo(whole);
        assertThat(part.partition(Subject.Key.FUND)).contains("paper-1");
        assertThat(part.partition(Subject.Key.SYMBOL)).isEmpty();
        assertThat(StableSubject.of(part)).contains(StableSubject.NAV_UPDATED);
        assertThat(StableSubject.of(Subject.parse("mts.v1.oms.orders.painted"))).isEmpty();
    }

    @Test
    void stable_subjects_are_distinct() {
        assertThat(Arrays.stream(StableSubject.values()).map(StableSubject::subject))
                .doesNotHaveDuplicates();
    }

    /** Section 12 of the reference: the public text has two names for some of them. */
    @Test
    void each_thing_has_one_name() {
        assertThat(Arrays.stream(StableSubject.values())
                        .map(StableSubject::subject)
                        .filter(subject -> subject.noun().equals("nav")))
                .singleElement()
                .hasToString("mts.v1.treasury.nav.updated");
        assertThat(Arrays.stream(StableSubject.values()).map(StableSubject::producer))
                .doesNotContain("risk")
                .contains("riskengine");
    }

    @ParameterizedTest
    @EnumSource
    void stable_subjects_have_a_producer_and_a_payload(StableSubject stable) {
        assertThat(stable.subject().partitions()).isEmpty();
        assertThat(stable.producer()).isEqualTo(stable.subject().source());
        assertThat(stable.payload()).isNotNull();
        assertThat(stable.keys()).doesNotHaveDuplicates();
        assertThat(stable.subject().verb()).endsWith("ed");
    }

    @Test
    void events_carry_what_happened() {
        Event<String> event =
                new Event<>(new EventId("e-1"), Subject.parse("mts.v1.oms.fills.created"), Instant.EPOCH, "payload");

        assertThat(List.of(event.eventId().value(), event.payload())).containsExactly("e-1", "payload");
    }
}
