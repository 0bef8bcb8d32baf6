package io.mts1b.foundation.events;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.TextValue;
import io.mts1b.foundation.ids.FundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a stream of events: {@code mts.<version>.<source>.<noun>.<verb>[.<partition>.<id>]...}, such
 * as {@code mts.v1.oms.fills.created.fund.alpha}.
 *
 * <p>The source is the artifact that alone may publish it, the verb is in the past tense, and partitions
 * split the stream by fund, symbol and so on. A token holds no point, blank, {@code *} or {@code >}, which
 * mean something to a message bus.
 *
 * @param version the version of the payload's schema, from 1
 * @param source the artifact that publishes, hyphens allowed
 * @param noun what it is about
 * @param verb what happened
 * @param partitions how the stream is split; mostly empty
 */
public record Subject(int version, String source, String noun, String verb, List<Partition> partitions)
        implements TextValue {

    private static final String ROOT = "mts";
    private static final int FIXED_TOKENS = 5;
    private static final int MAX_TOKEN = 64;
    private static final Pattern VERSION = Pattern.compile("v[1-9][0-9]{0,3}");

    /** Validates, and copies. */
    public Subject {
        Require.that(version >= 1, "version must be at least 1, was " + version);
        Require.token("source", source, MAX_TOKEN);
        Require.token("noun", noun, MAX_TOKEN);
        Require.token("verb", verb, MAX_TOKEN);
        partitions = List.copyOf(partitions);
        Require.that(
                partitions.stream().map(Partition::key).distinct().count() == partitions.size(),
                "partitions must differ, was " + partitions);
    }

    /** By what a stream may be split. */
    public enum Key {
        /** The fund it is about. */
        FUND("fund"),
        /** The symbol it is about. */
        SYMBOL("symbol"),
        /** The length of a bar. */
        INTERVAL("interval"),
        /** The broker it came from. */
        BROKER("broker");

        private final String token;

        Key(String token) {
            this.token = token;
        }

        private static Key parse(String token) {
            for (Key key : values()) {
                if (key.token.equals(token)) {
                    return key;
                }
            }
            throw new IllegalArgumentException(
                    "partition must be fund, symbol, interval or broker, was '" + token + "'");
        }
    }

    /**
     * One part of a split stream.
     *
     * @param key by what it is split
     * @param id which part
     */
    public record Partition(Key key, String id) {

        /** Validates. */
        public Partition {
            Objects.requireNonNull(key, "key");
            Require.token(key.token, id, MAX_TOKEN);
        }
    }

    /**
     * Reads the text form.
     *
     * @param text the subject
     * @return the subject
     * @throws IllegalArgumentException if it breaks the grammar
     */
    public static Subject parse(String text) {
        String[] tokens = text.split("\\.", -1);
        Require.that(
                tokens.length >= FIXED_TOKENS && (tokens.length - FIXED_TOKENS) % 2 == 0 && tokens[0].equals(ROOT),
                "subject must be mts.<version>.<source>.<noun>.<verb>[.<partition>.<id>]..., was '" + text + "'");
        Require.that(VERSION.matcher(tokens[1]).matches(), "version must be v1, v2 and so on, was '" + tokens[1] + "'");
        List<Partition> partitions = new ArrayList<>();
        for (int i = FIXED_TOKENS; i < tokens.length; i += 2) {
            partitions.add(new Partition(Key.parse(tokens[i]), tokens[i + 1]));
        }
        return new Subject(Integer.parseInt(tokens[1].substring(1)), tokens[2], tokens[3], tokens[4], partitions);
    }

    /**
     * Returns one part of this stream.
     *
     * @param key by what it is split
     * @param id which part
     * @return this subject with one more partition
     */
    public Subject partition(Key key, String id) {
        List<Partition> more = new ArrayList<>(partitions);
        more.add(new Partition(key, id));
        return new Subject(version, source, noun, verb, more);
    }

    /**
     * Returns the part of this stream that is about a fund.
     *
     * @param fund the fund
     * @return this subject with {@code .fund.<id>}
     */
    public Subject forFund(FundId fund) {
        return partition(Key.FUND, fund.value());
    }

    /**
     * Returns the stream this one is a part of.
     *
     * @return this subject without partitions
     */
    public Subject whole() {
        return new Subject(version, source, noun, verb, List.of());
    }

    /**
     * Returns which part of a split stream this is.
     *
     * @param key by what it is split
     * @return the part; empty if the stream is not split by it
     */
    public Optional<String> partition(Key key) {
        return partitions.stream()
                .filter(partition -> partition.key == key)
                .map(Partition::id)
                .findFirst();
    }

    /** Returns the tokens joined by points. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(MAX_TOKEN)
                .append(ROOT)
                .append(".v")
                .append(version)
                .append('.')
                .append(source)
                .append('.')
                .append(noun)
                .append('.')
                .append(verb);
        for (Partition partition : partitions) {
            out.append('.').append(partition.key.token).append('.').append(partition.id);
        }
        return out.toString();
    }
}
