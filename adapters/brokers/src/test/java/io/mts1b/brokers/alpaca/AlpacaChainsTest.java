package io.mts1b.brokers.alpaca;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.brokers.Orders;
import io.mts1b.brokers.VenueAnswer;
import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.local.LocalVenue;
import io.mts1b.brokers.local.MemoryLink;
import io.mts1b.brokers.local.Processes;
import io.mts1b.foundation.orders.Side;
import io.mts1b.foundation.risk.ApprovedOrder;
import io.mts1b.foundation.symbology.InstrumentId;
import io.mts1b.platform.clock.VirtualTime;
import io.mts1b.platform.security.Secret;
import io.mts1b.platform.symbology.Symbology;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains of replaced orders as a venue of fixed answers tells them, also where it is half done or contradicts itself. */
class AlpacaChainsTest {

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<VenueMessage> told = new ArrayList<>();
    private final VirtualTime time = new VirtualTime(Processes.START);
    private final AlpacaBroker broker = broker();
    private final ApprovedOrder sent = Orders.limit("o-1", InstrumentId.parse("AAPL.ALPACA"), Side.BUY, 10, "50");

    private AlpacaBroker broker() {
        MemoryLink link = new MemoryLink(time, new Fixed(), "/stream");
        AlpacaBroker made = new AlpacaBroker(
                new AlpacaSettings(
                        Orders.BROKER, URI.create("https://x.com"), "KEY", Duration.ofSeconds(5), List.of("KEY")),
                new AlpacaBroker.Surroundings(Secret.of("s"), Symbology.house(), time, Processes.unlimited(time)),
                link,
                told::add);
        link.serve(made);
        return made;
    }

    /** Answers by path. */
    private final class Fixed implements LocalVenue {

        @Override
        public void request(Request request, Asker asker) {
            String body = answers.get(request.path());
            asker.hear(
                    body == null
                            ? new Reply(404, "application/json", "{\"code\":40410000,\"message\":\"order not found\"}")
                            : Reply.json(body));
        }

        @Override
        public Reply busy() {
            throw new IllegalStateException("nobody is busy here");
        }

        @Override
        public boolean opened(String path, Peer peer) {
            return false;
        }

        @Override
        public void heard(Peer peer, String message) {}

        @Override
        public void closed(Peer peer) {}
    }

    private static String order(String id, String status, int quantity, int filled, String more) {
        return "{\"id\":\"" + id + "\",\"client_order_id\":\"c-" + id + "\",\"symbol\":\"AAPL\",\"qty\":\"" + quantity
                + "\",\"filled_qty\":\"" + filled
                + "\",\"filled_avg_price\":\"50\",\"side\":\"buy\",\"type\":\"limit\","
                + "\"limit_price\":\"50\",\"created_at\":\"2026-05-05T10:00:00Z\",\"status\":\"" + status + "\"" + more
                + "}";
    }

    private static String links(String replaces, String replacedBy) {
        return (replaces.isEmpty() ? "" : ",\"replaces\":\"" + replaces + "\"")
                + (replacedBy.isEmpty() ? "" : ",\"replaced_by\":\"" + replacedBy + "\"");
    }

    private VenueMessage listed() {
        told.clear();
        broker.listOpenOrders(1);
        time.until(time.instant().plusSeconds(5));
        return told.getLast();
    }

    private VenueMessage found() {
        told.clear();
        broker.find(2, Orders.sent(sent));
        time.until(time.instant().plusSeconds(5));
        return told.getLast();
    }

    private void answerFirst(String status, String more) {
        String first = order("a", status, 10, 2, more);
        answers.put(
                "/v2/orders:by_client_order_id",
                first.replace("c-a", Orders.name(sent, 0).value()));
        answers.put("/v2/orders/a", first);
    }

    @Test
    void orders_before_are_asked_for_and_counted() {
        answers.put("/v2/orders", "[" + order("c", "new", 7, 1, links("b", "")) + "]");
        answers.put("/v2/orders/b", order("b", "replaced", 8, 3, links("a", "c")));
        answers.put("/v2/orders/a", order("a", "replaced", 10, 2, links("", "b")));
        assertThat(((VenueAnswer.OpenOrders) listed()).orders())
                .hasToString(
                        "[VenueOrder[name=OrderName[ours=c-c, venues=c], instrument=AAPL.ALPACA, buys=true, ordered=12, "
                                + "type=Limit[limit=50], standing=WORKING, filled=6, averagePrice=null]]");
        answers.remove("/v2/orders/a"); // They are known by now.
        assertThat(((VenueAnswer.OpenOrders) listed()).orders()).hasSize(1);
    }

    @Test
    void an_order_before_that_is_not_told_leaves_no_answer() {
        answers.put("/v2/orders", "[" + order("c", "new", 7, 1, links("b", "")) + "]");
        assertThat(listed())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).isEqualTo("order b is replaced by c and not told"));
    }

    @Test
    void one_that_is_to_replace_another_is_no_second_order() {
        answers.put(
                "/v2/orders",
                "[" + order("a", "pending_replace", 10, 2, "") + "," + order("b", "accepted", 8, 0, links("a", ""))
                        + "]");
        assertThat(((VenueAnswer.OpenOrders) listed()).orders())
                .singleElement()
                .satisfies(order -> assertThat(order.name().venues()).isEqualTo("a"));
    }

    @Test
    void the_last_of_a_chain_is_found_by_the_first_name() {
        answerFirst("replaced", links("", "b"));
        answers.put("/v2/orders/b", order("b", "filled", 8, 8, links("a", "")));
        assertThat(((VenueAnswer.Found) found()).order())
                .hasToString(
                        "VenueOrder[name=OrderName[ours=c-b, venues=b], instrument=AAPL.ALPACA, buys=true, ordered=10, "
                                + "type=Limit[limit=50], standing=FILLED, filled=10, averagePrice=null]");
        answers.remove("/v2/orders/b");
        answerFirst("replaced", links("", "x"));
        assertThat(found())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).isEqualTo("order x replaces another and is not told"));
    }

    @Test
    void an_order_of_another_name_is_not_taken_for_ours() {
        answerFirst("new", "");
        answers.put("/v2/orders:by_client_order_id", order("a", "new", 10, 2, ""));
        assertThat(found())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).startsWith("the venue tells of another order than "));
        answers.clear();
        assertThat(found()).isInstanceOf(VenueAnswer.NotFound.class);
    }

    /** {@code DELETE /v2/orders/} would cancel all there are. */
    @ParameterizedTest
    @ValueSource(strings = {"b0b6 dd9d", "", "..", "a/b", "a?b"})
    void what_is_no_id_is_never_asked_for_and_the_next_question_is_answered(String id) {
        answerFirst("replaced", ",\"replaced_by\":\"" + id + "\"");
        assertThat(found())
                .isInstanceOfSatisfying(
                        VenueAnswer.NoAnswer.class,
                        none -> assertThat(none.reason()).contains("replaced_by is refused: id must be 1 to 64"));
        answerFirst("new", "");
        assertThat(found()).isInstanceOf(VenueAnswer.Found.class);
    }
}
