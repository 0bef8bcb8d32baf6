package io.mts1b.quantkit.covariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SymmetricMatrixTest {

    private static final double[][] ROWS = {{1, 2, 3}, {2, 4, 5}, {3, 5, 6}};

    @Test
    void holds_both_triangles() {
        SymmetricMatrix matrix = SymmetricMatrix.of(ROWS);

        assertThat(matrix.size()).isEqualTo(3);
        assertThat(matrix.get(0, 2)).isEqualTo(3);
        assertThat(matrix.get(2, 0)).isEqualTo(3);
        assertThat(matrix.toArray()).isDeepEqualTo(ROWS);
    }

    @Test
    void is_a_value() {
        double[][] lower = {{1}, {2, 4}, {3, 5, 6}};
        SymmetricMatrix matrix = SymmetricMatrix.ofLowerTriangle(lower);

        assertThat(matrix).isEqualTo(SymmetricMatrix.of(ROWS)).hasSameHashCodeAs(SymmetricMatrix.of(ROWS));
        assertThat(matrix).hasToString("SymmetricMatrix[3, [[1.0], [2.0, 4.0], [3.0, 5.0, 6.0]]]");
        lower[0][0] = 9;
        matrix.toArray()[0][0] = 9;
        assertThat(matrix.get(0, 0)).isEqualTo(1);
        assertThat(matrix).isNotEqualTo(SymmetricMatrix.ofLowerTriangle(lower));
    }

    @Test
    void refuses_what_is_not_square_symmetric_and_finite() {
        assertThatIllegalArgumentException().isThrownBy(() -> SymmetricMatrix.of(new double[0][]));
        assertThatIllegalArgumentException().isThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, 2}}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, 2}, {3, 4}}))
                .withMessage("entries (1, 0) and (0, 1) must be equal, were 3.0 and 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricMatrix.of(new double[][] {{1, Double.NaN}, {Double.NaN, 4}}))
                .withMessage("entry (1, 0) must be finite, was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricMatrix.ofLowerTriangle(new double[][] {{1}, {1}}))
                .withMessage("row 1 must hold 2 entries, held 1");
    }
}
