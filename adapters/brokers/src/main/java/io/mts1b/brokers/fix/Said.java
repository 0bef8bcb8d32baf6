package io.mts1b.brokers.fix;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.brokers.VenueOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message of a counterparty says. */
sealed interface Said {

    /** Something happened; or nothing did that we are told of, such as that a request arrived. */
    record News(List<VenueMessage> messages) implements Said {}

    /**
     * Where an order stands, because it was asked.
     *
     * @param question the number of a question about it, if the version has one
     * @param list the number of the question about all orders it answers; null if it answers another
     * @param names what it may have been asked for by: tags 11, 41 and 37
     * @param order the order; null if the counterparty does not know it
     * @param reports how many reports answer the question; null if it does not say
     * @param last whether this is the last of them
     * @param again whether it may have been told before, and so be old
     */
    record Standing(
            @Nullable String question,
            @Nullable String list,
            List<String> names,
            @Nullable VenueOrder order,
            @Nullable Long reports,
            boolean last,
            boolean again,
            Instant at)
            implements Said {}

    /**
     * A message of ours was refused before it was looked at as what it is.
     *
     * @param number of the message; 0 if it does not say
     * @param name the name in the message; null if it does not say
     * @param unknown whether it says that it does not know what the message is about
     * @param reason why
     */
    record Refused(long number, @Nullable String name, boolean unknown, Instant at, String reason) implements Said {}
}
