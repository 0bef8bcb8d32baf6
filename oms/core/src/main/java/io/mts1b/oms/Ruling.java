package io.mts1b.oms;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.OrderId;
import io.mts1b.foundation.orders.OrderEvent;
import java.time.Instant;

/** What follows from an operator's word: it is taken as a venue's is, and ends its difference. */
final class Ruling {

    private Ruling() {}

    static void apply(OmsState state, OperatorWord word) {
        VenueRecords venues = state.venues();
        Require.that(
                venues.differences(word.broker()).containsKey(word.key()), "difference " + word.key() + " must stand");
        switch (word) {
            case OperatorWord.Booked booked -> Bookings.book(state, booked);
            case OperatorWord.Adopted adopted -> {
                OrderId id = adopted.order().orderId();
                Instant at = adopted.voice().at();
                state.receive(adopted.order());
                state.change(new OrderEvent.RiskApproved(id, at));
                state.change(new OrderEvent.Submitted(id, at));
                state.change(new OrderEvent.Accepted(id, at, adopted.venueOrderId()));
                if (adopted.clientOrderId() != null) {
                    venues.adopt(adopted.clientOrderId(), id);
                }
            }
            case OperatorWord.Disowned disowned -> venues.disown(disowned);
            case OperatorWord.DeclaredDead dead ->
                state.change(new OrderEvent.Canceled(
                        dead.order(),
                        dead.voice().at(),
                        "declared dead by " + dead.voice().actor() + ": "
                                + dead.voice().reason()));
        }
        venues.ended(word.broker(), word.key());
    }
}
