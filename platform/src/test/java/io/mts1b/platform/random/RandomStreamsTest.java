package io.mts1b.platform.random;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    private final RandomStreams streams = new RandomStreams(42);

    /** The numbers of a second implementation, written from the paper in another language. */
    @Test
    void the_numbers_are_the_same_on_every_machine() {
        assertThat(streams.stream("prices").longs(3).toArray())
                .containsExactly(9107026879084099532L, -3406713450710253153L, -6788768168094394271L);
        assertThat(streams.stream("prices").nextDouble()).isEqualTo(0.4936929163593431);
    }

    @Test
    void a_stream_starts_anew_each_time_and_does_not_depend_on_others() {
        long[] alone = streams.stream("prices").longs(100).toArray();
        streams.stream("sizes").nextLong();

        assertThat(streams.stream("prices").longs(100).toArray()).isEqualTo(alone);
    }

    @Test
    void names_and_seeds_that_are_alike_share_nothing() {
        long first = streams.stream("a").nextLong();

        assertThat(first)
                .isNotEqualTo(streams.stream("b").nextLong())
                .isNotEqualTo(streams.stream("").nextLong())
                .isNotEqualTo(new RandomStreams(43).stream("a").nextLong());
    }

    @Test
    void the_mean_of_many_is_in_the_middle() {
        // The standard error of the mean of 100,000 uniform numbers is 0.0009.
        assertThat(streams.stream("mean").doubles(100_000).average().orElseThrow())
                .isBetween(0.496, 0.504);
    }
}
