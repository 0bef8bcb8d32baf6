package io.mts1b.brokers.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.brokers.ConfinedBroker;
import io.mts1b.brokers.OrderReport;
import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueListener;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.local.Faults;
import io.mts1b.brokers.local.PaperVenue;
import io.mts1b.brokers.local.Processes;
import io.mts1b.brokers.simulated.Lies;
import io.mts1b.foundation.orders.OrderType;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.orders.TimeInForce;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.ManualClock;
import io.mts1b.platform.config.Configuration;
import io.mts1b.platform.http.HttpClients;
import io.mts1b.platform.security.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds of every broker that is opened and tried by its settings. */
public abstract class SessionTck {

    protected static final BrokerSettings PAPER = Configuration.defaults(BrokerSettings.class);

    protected final ManualClock clock = new ManualClock(Instant.parse("2026-05-05T10:00:00.250Z"));
    protected final HttpClients clients = Processes.clients(clock);
    protected final Host host = new Host(clients, clock, 1);
    private final BlockingQueue<VenueMessage> told = new LinkedBlockingQueue<>();
    private final Account account;

    /**
     * An account, and how it is known.
     *
     * @param pair something of which it has some
     * @param protocol of the venue
     * @param key the public half of the key
     * @param secret the private half
     * @param other another private half
     * @param moving what a key that can move funds may do
     * @param allowed by which name it is allowed to
     */
    public record Account(
            InstrumentId pair,
            PaperVenue.Protocol protocol,
            Secret key,
            Secret secret,
            Secret other,
            List<String> moving,
            String allowed) {}

    protected SessionTck(Account account) {
        this.account = account;
    }

    protected abstract VenueSession<? extends ConfinedBroker<?>> open(
            BrokerSettings settings, Confirmation confirmation, VenueListener listener) throws IOException;

    protected abstract List<Check> check(BrokerSettings settings) throws IOException;

    @AfterEach
    void close() {
        clients.close();
    }

    protected final BrokerSettings settings(BrokerMode mode, @Nullable URI api, List<String> mayMoveFunds) {
        return new BrokerSettings(
                mode,
                account.key(),
                account.secret(),
                api,
                null,
                Duration.ofSeconds(5),
                mayMoveFunds,
                null,
                null,
                List.of());
    }

    protected final PaperVenue venue(List<String> permissions, Secret secret, ManualClock its) throws IOException {
        return venue(permissions, secret, its, Faults.NONE);
    }

    private PaperVenue venue(List<String> permissions, Secret secret, ManualClock its, Faults faults)
            throws IOException {
        return PaperVenue.open(
                account.protocol(),
                new PaperVenue.Options(0, account.key().reveal(), secret, permissions, faults, 1),
                its);
    }

    private <T extends VenueMessage> T next(Class<T> kind) throws InterruptedException {
        VenueMessage message = told.poll(30, TimeUnit.SECONDS);
        while (!kind.isInstance(Objects.requireNonNull(message, "nothing was told within 30 s"))) {
            message = told.poll(30, TimeUnit.SECONDS);
        }
        return kind.cast(message);
    }

    private List<Check> checked(PaperVenue stands, String... mayMoveFunds) throws IOException {
        return check(settings(BrokerMode.LIVE, stands.api(), List.of(mayMoveFunds)));
    }

    protected static List<String> failed(List<Check> checks) {
        return checks.stream().filter(check -> !check.passed()).map(Check::name).toList();
    }

    @Test
    void trades_on_paper_without_a_key_and_without_asking() throws Exception {
        try (VenueSession<? extends ConfinedBroker<?>> session = open(PAPER, _ -> "", told::add)) {
            session.broker().open();
            next(VenueMessage.LineUp.class);
            session.broker()
                    .submit(Orders.order("o-1", account.pair(), Side.SELL, 1, new OrderType.Market(), TimeInForce.GTC));
            assertThat(next(OrderReport.Traded.class).fill().instrument()).isEqualTo(account.pair());
        }
    }

    @Test
    void goes_live_only_after_the_words_were_typed() throws Exception {
        try (PaperVenue stands = venue(List.of(), account.secret(), clock)) {
            BrokerSettings live = settings(BrokerMode.LIVE, stands.api(), List.of());
            List<String> questions = new ArrayList<>();
            for (String typed : List.of("", "yes", "live", "live another")) {
                Confirmation confirmation = question -> {
                    questions.add(question);
                    return typed;
                };
                assertThatThrownBy(() -> open(live, confirmation, told::add))
                        .hasMessage("going live must be confirmed by typing 'live venue', was not");
            }
            assertThat(questions)
                    .hasSize(4)
                    .containsOnly("Orders to venue are with real money. Type 'live venue' to go on: ");
            try (VenueSession<? extends ConfinedBroker<?>> session = open(live, _ -> "live venue\n", told::add)) {
                session.broker().open();
                next(VenueMessage.LineUp.class);
            }
        }
    }

    @Test
    void paper_stays_on_this_machine_and_differs_from_live_in_one_field() {
        URI elsewhere = URI.create("https://api.venue.com");
        BrokerSettings paper = settings(BrokerMode.PAPER, elsewhere, List.of());
        assertThatThrownBy(() -> check(paper))
                .hasMessageStartingWith("on paper the venue must be on this machine")
                .hasMessageContaining("was https://api.venue.com");
        assertThat(settings(BrokerMode.LIVE, elsewhere, List.of()))
                .usingRecursiveComparison()
                .ignoringFields("mode")
                .isEqualTo(paper);
    }

    @Test
    void all_six_checks_pass_on_paper() throws Exception {
        assertThat(check(PAPER))
                .extracting(Check::name, Check::passed)
                .map(Object::toString)
                .containsExactly(
                        "(\"reachable\", true)",
                        "(\"authenticated\", true)",
                        "(\"account\", true)",
                        "(\"book\", true)",
                        "(\"time skew\", true)",
                        "(\"stream\", true)");
    }

    @Test
    void a_key_that_can_move_funds_does_not_pass_unless_it_is_named() throws Exception {
        try (PaperVenue stands = venue(account.moving(), account.secret(), clock)) {
            List<Check> refused = checked(stands, "another");
            assertThat(failed(refused)).containsExactly("authenticated", "account", "stream");
            assertThat(refused.get(1).detail()).contains("must not be able to move funds");
            clock.advance(Duration.ofMillis(1)); // No token and no number of a key is used twice.
            assertThat(failed(checked(stands, account.allowed()))).isEmpty();
        }
    }

    @Test
    void a_key_that_is_another_does_not_pass() throws Exception {
        try (PaperVenue stands = venue(List.of(), account.other(), clock)) {
            assertThat(failed(checked(stands))).contains("authenticated", "account", "stream");
        }
    }

    @Test
    void clocks_that_differ_are_found_out_in_both_directions() throws Exception {
        for (int seconds : List.of(-3, 3)) {
            ManualClock its = new ManualClock(clock.instant().plusSeconds(seconds));
            try (PaperVenue stands = venue(List.of(), account.secret(), its)) {
                assertThat(failed(checked(stands))).contains("time skew");
            }
        }
    }

    @Test
    void nothing_passes_where_every_request_is_one_too_many() throws Exception {
        try (PaperVenue stands = venue(List.of(), account.secret(), clock, new Faults(Lies.NONE, 0, 1))) {
            assertThat(failed(checked(stands))).hasSize(6);
        }
    }

    @Test
    void nothing_passes_where_nobody_answers() throws Exception {
        URI gone;
        try (PaperVenue stands = venue(List.of(), account.secret(), clock)) {
            gone = stands.api();
        }
        assertThat(failed(check(settings(BrokerMode.LIVE, gone, List.of())))).hasSize(6);
    }

    @Test
    void a_venue_that_is_not_in_this_process_needs_a_key() {
        assertThatThrownBy(() -> check(PAPER.at(URI.create("http://localhost:1"), null)))
                .hasMessage("key and secret must be given where the venue is not in this process");
    }
}
