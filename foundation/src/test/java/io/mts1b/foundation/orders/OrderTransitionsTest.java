package io.mts1b.foundation.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.foundation.orders.OrderTransitions.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class OrderTransitionsTest {

    /** In the expected table, {@code =} stays where it is and {@code -} cannot happen. */
    @Test
    void every_cell_is_as_meant() throws IOException {
        try (InputStream expected = OrderTransitionsTest.class.getResourceAsStream("transitions.txt")) {
            assertThat(print()).isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void only_the_venues_word_ends_the_doubt() {
        for (Trigger trigger : Trigger.values()) {
            Optional<OrderStatus> next = OrderTransitions.next(OrderStatus.UNKNOWN, trigger);
            boolean venueSpoke = switch (trigger) {
                case ACCEPT, REJECT, FILL_ALL, CANCEL, EXPIRE, REPLACE -> true;
                case REQUEST_RISK,
                        APPROVE,
                        DENY,
                        SUBMIT,
                        FILL_PART,
                        BUST,
                        REQUEST_CANCEL,
                        REJECT_CANCEL,
                        REQUEST_REPLACE,
                        REJECT_REPLACE,
                        LOSE -> false;
            };
            assertThat(next.filter(status -> status != OrderStatus.UNKNOWN).isPresent())
                    .as("%s", trigger)
                    .isEqualTo(venueSpoke);
        }
    }

    @Test
    void a_fill_counts_wherever_the_order_was_sent() {
        for (OrderStatus status : OrderStatus.values()) {
            boolean sent = switch (status) {
                case CREATED, PENDING_RISK, APPROVED, DENIED -> false;
                case SUBMITTED,
                        ACCEPTED,
                        PENDING_CANCEL,
                        PENDING_REPLACE,
                        UNKNOWN,
                        REJECTED,
                        FILLED,
                        CANCELED,
                        EXPIRED -> true;
            };
            assertThat(OrderTransitions.next(status, Trigger.FILL_PART).isPresent())
                    .isEqualTo(sent);
            assertThat(OrderTransitions.next(status, Trigger.FILL_ALL).isPresent())
                    .isEqualTo(sent);
        }
    }

    private static String print() {
        StringBuilder table = new StringBuilder(line("", Trigger::toString));
        for (OrderStatus status : OrderStatus.values()) {
            table.append(line(
                    status.toString(),
                    trigger -> OrderTransitions.next(status, trigger)
                            .map(next -> next == status ? "=" : next.toString())
                            .orElse("-")));
        }
        return table.toString();
    }

    private static String line(String head, Function<Trigger, String> cell) {
        StringBuilder line = new StringBuilder(String.format("%-15s", head));
        for (Trigger trigger : Trigger.values()) {
            line.append(String.format(" %-15s", cell.apply(trigger)));
        }
        return line.toString().stripTrailing() + "\n";
    }
}
