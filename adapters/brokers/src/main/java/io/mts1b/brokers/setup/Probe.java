package io.mts1b.brokers.setup;

import io.mts1b.brokers.VenueMessage;
import io.mts1b.platform.http.HttpException;
import io.mts1b.platform.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Looks whether an account can be traded, and sends no order. Each look returns what was found, or throws an {@link
 * IllegalArgumentException}, {@link HttpException} or {@link JsonException} that says what is not as it should be.
 */
public interface Probe {

    /**
     * Is the venue reachable?
     *
     * @return what was found
     */
    String reachable();

    /**
     * Does it take the key, and may the key trade and not move funds?
     *
     * @return what was found
     */
    String authenticated();

    /**
     * Does the account answer?
     *
     * @return what was found
     */
    String account();

    /**
     * Is there a book?
     *
     * @return what was found
     */
    String book();

    /**
     * Do the clocks agree?
     *
     * @return what was found
     */
    String skew();

    /**
     * Does the private stream come up?
     *
     * @return what was found
     */
    String stream();

    /**
     * Makes the six checks. What cannot be tried, because an earlier one failed, has not passed.
     *
     * @return the checks, in their order
     */
    default List<Check> run() {
        List<Check> checks = new ArrayList<>();
        Check reachable = look(true, "reachable", this::reachable);
        checks.add(reachable);
        Check key = look(reachable.passed(), "authenticated", this::authenticated);
        checks.add(key);
        checks.add(look(key.passed(), "account", this::account));
        checks.add(look(reachable.passed(), "book", this::book));
        checks.add(look(reachable.passed(), "time skew", this::skew));
        checks.add(look(key.passed(), "stream", this::stream));
        return List.copyOf(checks);
    }

    private static Check look(boolean possible, String name, Supplier<String> tried) {
        if (!possible) {
            return new Check(name, false, "not tried, see above");
        }
        try {
            return new Check(name, true, tried.get());
        } catch (HttpException | JsonException | IllegalArgumentException e) {
            return new Check(name, false, VenueMessage.reason(String.valueOf(e.getMessage())));
        }
    }
}
