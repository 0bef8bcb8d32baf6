package io.mts1b.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.mts1b.contracts.house.Concept;
import io.mts1b.contracts.house.HouseFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the contracts tell people to use instead of a copy is really there. */
class ConceptHomesTest {

    static Stream<Concept> concepts() {
        return HouseFile.standard().concepts().stream()
                .filter(concept -> concept.number() == 6 || concept.number() == 8 || concept.number() == 9);
    }

    @ParameterizedTest
    @MethodSource("concepts")
    void the_canonical_types_stand_in_the_home(Concept concept) throws ClassNotFoundException {
        for (String type : concept.canonical()) {
            assertThat(Class.forName(concept.room() + "." + type).getPackageName())
                    .isEqualTo(concept.room());
        }
    }
}
