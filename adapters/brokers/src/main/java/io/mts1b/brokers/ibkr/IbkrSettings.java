package io.mts1b.brokers.ibkr;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.ids.BrokerId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which account, and how patient.
 *
 * @param broker the name that orders are routed by
 * @param api where the gateway is, such as {@code https://localhost:5000}
 * @param account the number of the account; null for the only one there is
 * @param paper whether the account must be one on paper: the gateway is on this machine in any case
 * @param deadline how long after it was sent a command may still take effect
 * @param patience how long to wait until the stream answers
 * @param questions which warnings are confirmed
 */
public record IbkrSettings(
        BrokerId broker,
        URI api,
        @Nullable String account,
        boolean paper,
        Duration deadline,
        Duration patience,
        QuestionPolicy questions) {

    private static final List<String> HERE = List.of("localhost", "127.0.0.1", "[::1]");

    /** Validates. */
    public IbkrSettings {
        Objects.requireNonNull(broker, "broker");
        Objects.requireNonNull(questions, "questions");
        // Whoever reaches the gateway may trade: it asks nobody for a key.
        Require.that(
                "https".equals(api.getScheme()) || HERE.contains(api.getHost()),
                "the gateway must be on this machine, or be reached by https, was " + api);
        if (account != null) {
            Require.token("account", account, 20);
        }
        Require.that(deadline.isPositive(), "deadline must be positive, was " + deadline);
        Require.that(patience.isPositive(), "patience must be positive, was " + patience);
    }

    /**
     * Chooses the account.
     *
     * @param accounts which there are
     * @return its number
     * @throws IllegalArgumentException if it is not there, or which is meant is not clear, or it is with real money and must not be
     */
    String choose(IbkrMessage.Accounts accounts) {
        Require.that(
                account != null
                        ? accounts.numbers().contains(account)
                        : accounts.numbers().size() == 1,
                account != null
                        ? "the user must have account " + account + ", has " + accounts.numbers()
                        : "account must be set where there are several, there are " + accounts.numbers());
        String chosen = account != null ? account : accounts.numbers().getFirst();
        Boolean told = accounts.paper();
        Require.that(
                !paper || (told == null ? chosen.startsWith("DU") : told),
                "on paper the account must be one on paper, " + chosen + " is with real money; that is mode live");
        return chosen;
    }
}
