package io.mts1b.brokers.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.platform.security.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a line comes up, and what is told if it does not. */
class KrakenLineTest {

    private final KrakenStage stage = new KrakenStage();

    @Test
    void a_wrong_signature_never_brings_the_line_up_is_told_once_and_tried_again_each_minute() {
        KrakenBroker other = stage.broker(Secret.of("d3Jvbmc="), List.of());
        other.open();
        stage.wait(30);
        assertThat(stage.told).hasSize(1).first().asString().contains("reason=the venue says EAPI:Invalid signature]");
        assertThat(stage.venue.questions).isEqualTo(1);
        stage.wait(300);
        assertThat(stage.told).hasSize(1);
        assertThat(stage.venue.questions).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({
        "EAPI:Invalid key, 61",
        "EGeneral:Temporary lockout, 900",
        "EGeneral:Too many requests, 15",
        "EService:Unavailable, 3"
    })
    void who_is_not_let_in_says_why_once_and_asks_again_when_it_may(String error, int seconds) {
        stage.venue.restError = error;
        stage.broker.open();
        stage.wait(seconds - 2);
        assertThat(stage.told).hasSize(1).first().asString().contains("LineDown", error);
        assertThat(stage.venue.questions).isEqualTo(1);

        stage.venue.restError = null;
        stage.wait(5);
        assertThat(stage.kinds()).containsExactly("LineDown", "LineUp");
        stage.venue.restError = error;
        stage.venue.disconnect();
        stage.wait(5);
        assertThat(stage.kinds()).containsExactly("LineDown", "LineUp", "LineDown", "LineDown");
    }

    @Test
    void why_a_line_does_not_come_up_is_told_once_for_each_reason() {
        stage.venue.status = 503;
        stage.broker.open();
        stage.wait(10);
        stage.venue.status = 403;
        stage.wait(10);
        assertThat(stage.venue.questions).isLessThan(12);
        stage.venue.status = 200;
        stage.venue.subscriptionError = "ESession:Invalid session";
        stage.wait(120);
        stage.venue.subscriptionError = "";
        stage.wait(120);
        assertThat(stage.told)
                .extracting(one -> ((VenueMessage.LineDown) one).reason())
                .containsExactly(
                        "GetApiKeyInfo was answered with status 503",
                        "GetApiKeyInfo was answered with status 403",
                        "the venue says ESession:Invalid session",
                        "the line has not come up within PT10S");

        stage.venue.subscriptionError = null;
        stage.wait(20);
        assertThat(stage.told.getLast()).isInstanceOf(VenueMessage.LineUp.class);
        // The next time it does not come up is another story.
        stage.told.clear();
        stage.venue.status = 503;
        stage.venue.disconnect();
        stage.wait(5);
        assertThat(stage.kinds()).containsExactly("LineDown", "LineDown");
        stage.venue.status = 200;
        stage.venue.subscriptionError = "ESession:Invalid session";
        stage.wait(5);
        assertThat(stage.kinds()).containsExactly("LineDown", "LineDown", "LineDown");
    }

    @Test
    void a_venue_that_finds_ever_other_reasons_is_not_told_of_for_ever() {
        stage.broker.open();
        for (int i = 0; i < 30; i++) {
            stage.venue.restError = "EService:Odd " + i;
            stage.wait(60);
        }
        assertThat(stage.told).hasSize(16).last().asString().contains("EService:Odd 15");
    }

    @Test
    void a_key_that_can_withdraw_is_refused_unless_it_is_allowed_by_name() {
        stage.venue.permissions = List.of("query-funds", "withdraw-funds");
        stage.broker.open();
        stage.wait(30);
        assertThat(stage.told)
                .hasSize(1)
                .first()
                .asString()
                .contains("must not be able to move funds", "withdraw-funds");
        assertThat(stage.venue.connections).isEqualTo(1);

        stage.told.clear();
        KrakenBroker allowed = stage.broker(LocalKraken.SECRET, List.of("bot"));
        allowed.open();
        stage.wait(2);
        assertThat(stage.kinds()).containsExactly("LineUp");
    }
}
