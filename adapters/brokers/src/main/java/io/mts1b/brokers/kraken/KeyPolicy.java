package io.mts1b.brokers.kraken;

import io.mts1b.foundation.Require;
import java.util.List;
import java.util.Locale;

/**
 * Which keys may be used: one that can move funds out of the account is not needed to trade, and may not, unless its
 * owner says so by the key's own name.
 *
 * <p>What a key may do is Kraken's answer to {@code GetApiKeyInfo}, which every key may ask.
 */
public final class KeyPolicy {

    private KeyPolicy() {}

    /**
     * Checks a key.
     *
     * @param key what it may do
     * @param allowedByName names of keys that may move funds nevertheless
     * @throws IllegalArgumentException if it may move funds and is not named
     */
    public static void check(KrakenMessage.KeyInfo key, List<String> allowedByName) {
        List<String> moves = key.permissions().stream()
                .filter(permission -> permission.toLowerCase(Locale.ROOT).contains("withdraw"))
                .toList();
        Require.that(
                moves.isEmpty() || (!key.name().isEmpty() && allowedByName.contains(key.name())),
                "key '" + key.name() + "' must not be able to move funds, or be allowed to by its name, has " + moves);
    }
}
