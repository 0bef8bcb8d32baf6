package io.mts1b.portfolio.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mts1b.foundation.symbology.AssetClass;
import io.mts1b.foundation.time.SessionKind;
import io.mts1b.portfolio.sizing.EqualWeight;
import io.mts1b.portfolio.sizing.FixedWeight;
import io.mts1b.portfolio.sizing.SizedWeights;
import io.mts1b.portfolio.sizing.SizedWeights.Sized;
import io.mts1b.portfolio.sizing.Sizer;
import io.mts1b.quantkit.allocation.Weights;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionMatrixTest {

    private static final Sizer SIZER = new FixedWeight(Weights.of(0.75, -0.25));

    @ParameterizedTest
    @CsvSource({
        "REGULAR, 0.75, -0.25",
        "PRE_MARKET, 0.225, -0.075",
        "POST_MARKET, 0.225, -0.075",
        "OVERNIGHT, 0.075, -0.025",
        "CONTINUOUS, 0.75, -0.25"
    })
    void caps_the_gross_exposure_of_each_session(SessionKind session, double first, double second) {
        SessionMatrix matrix = SessionMatrix.empty().withUsualCaps(AssetClass.EQUITIES, SIZER);

        assertThat(matrix.resolve(AssetClass.EQUITIES, session).map(sizer -> sizer.size(0, 0)))
                .map(sized -> ((Sized) sized).weights())
                .hasValueSatisfying(weights -> assertThat(weights.toArray())
                        .usingComparatorWithPrecision(1e-15)
                        .containsExactly(first, second));
        assertThat(matrix.resolve(AssetClass.CRYPTO, session)).isEmpty();
    }

    @Test
    void has_a_rule_of_its_own_in_each_cell() {
        SessionMatrix usual = SessionMatrix.empty().withUsualCaps(AssetClass.EQUITIES, SIZER);
        SessionMatrix matrix = usual.with(AssetClass.EQUITIES, SessionKind.OVERNIGHT, EqualWeight.longOnly(1, 1), 0);

        assertThat(matrix.resolve(AssetClass.EQUITIES, SessionKind.OVERNIGHT))
                .contains(new SessionSizer(EqualWeight.longOnly(1, 1), 0));
        assertThat(usual.resolve(AssetClass.EQUITIES, SessionKind.OVERNIGHT)).contains(new SessionSizer(SIZER, 0.1));
        assertThat(SessionMatrix.empty().resolve(AssetClass.EQUITIES, SessionKind.REGULAR))
                .isEqualTo(Optional.empty());
    }

    @Test
    void passes_on_what_a_rule_refuses() {
        assertThat(new SessionSizer(EqualWeight.longOnly(3, 1), 1).size(1, 2)).isInstanceOf(SizedWeights.Refused.class);
        assertThatThrownBy(() -> new SessionSizer(SIZER, -1)).hasMessage("grossCap must be 0 or more, was -1.0");
    }
}
