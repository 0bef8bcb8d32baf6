package io.mts1b.quantkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.testkit.CompiledClasses;
import org.junit.jupiter.api.Test;

/** The mathematics reads nothing and writes nothing; the commands around it do. */
class PurityTest {

    @Test
    void only_the_commands_have_effects() {
        CompiledClasses classes = CompiledClasses.of(PurityTest.class, "io.mts1b.quantkit");

        // The fee schedules are text files in our own jar, which are a part of the code.
        assertThat(classes.outside("commands")
                        .outside("costmodels/FeeSchedules$House.class")
                        .effects())
                .isEmpty();
        assertThat(classes.in("commands").effects()).as("what the test can see").isNotEmpty();
        assertThat(classes.outside("commands").size()).isGreaterThan(300);
    }
}
