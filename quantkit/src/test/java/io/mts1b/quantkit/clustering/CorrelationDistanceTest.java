package io.mts1b.quantkit.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.mts1b.quantkit.covariance.SymmetricMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrelationDistanceTest {

    /** The worked example of López de Prado (2016), section "Tree Clustering", printed there to four decimals. */
    @Test
    void matches_the_published_example() {
        SymmetricMatrix correlation = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {0.7, 1}, {0.2, -0.2, 1}});

        SymmetricMatrix distances = CorrelationDistance.of(correlation);
        SymmetricMatrix ofColumns = CorrelationDistance.ofColumns(distances);

        assertThat(distances.get(0, 0)).isZero();
        assertThat(distances.get(0, 1)).isCloseTo(0.3873, within(5e-5));
        assertThat(distances.get(0, 2)).isCloseTo(0.6325, within(5e-5));
        assertThat(distances.get(1, 2)).isCloseTo(0.7746, within(5e-5));
        assertThat(ofColumns.get(0, 0)).isZero();
        assertThat(ofColumns.get(0, 1)).isCloseTo(0.5659, within(5e-5));
        assertThat(ofColumns.get(0, 2)).isCloseTo(0.9747, within(5e-5));
        assertThat(ofColumns.get(1, 2)).isCloseTo(1.1225, within(5e-5));
        assertThat(AgglomerativeClustering.cluster(ofColumns, LinkageMethod.SINGLE)
                        .leaves())
                .containsExactly(2, 0, 1);
    }

    @Test
    void opposites_are_near_in_absolute_terms() {
        SymmetricMatrix correlation = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {-1, 1}, {0.36, -0.36, 1}});
        SymmetricMatrix distances = CorrelationDistance.ofAbsolute(correlation);
        assertThat(distances.get(0, 1)).isZero();
        assertThat(distances.get(0, 2)).isEqualTo(0.8);
        assertThat(distances.get(1, 2)).isEqualTo(0.8);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.5, '(1, 0) must be in [-1, 1], was 1.5'",
        "1, -1.5, '(1, 0) must be in [-1, 1], was -1.5'",
        "0.9, 0, '(1, 1) must be 1, was 0.9'"
    })
    void refuses_what_is_no_correlation(double diagonal, double correlation, String message) {
        SymmetricMatrix bad = SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {correlation, diagonal}});

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationDistance.of(bad))
                .withMessage("correlation " + message);
    }
}
