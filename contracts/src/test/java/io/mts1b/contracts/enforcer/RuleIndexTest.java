package io.mts1b.contracts.enforcer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import javax.inject.Named;
import org.junit.jupiter.api.Test;

/** Maven finds the rules through an index in the jar. */
class RuleIndexTest {

    @Test
    void names_both_rules() throws Exception {
        try (var in = RuleIndexTest.class.getResourceAsStream("/META-INF/sisu/javax.inject.Named")) {
            assertThat(in).isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .containsExactly(ClassContracts.class.getName(), SourceContracts.class.getName());
        }
        assertThat(ClassContracts.class.getAnnotation(Named.class).value()).isEqualTo("classContracts");
        assertThat(SourceContracts.class.getAnnotation(Named.class).value()).isEqualTo("sourceContracts");
    }
}
