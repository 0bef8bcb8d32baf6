package io.mts1b.research.strategies;

import io.mts1b.foundation.Require;
import io.mts1b.foundation.signals.Signal;
import io.mts1b.foundation.signals.TargetWeight;
import java.util.List;
import java.util.Objects;

/** What a strategy says on a date. */
public sealed interface Opinion {

    /** It wants these weights and no others; what is held and not named should go. */
    record Wants(Signal signal, List<TargetWeight> targets) implements Opinion {

        /** Validates, and copies. */
        public Wants {
            Objects.requireNonNull(signal, "signal");
            targets = List.copyOf(targets);
        }
    }

    /** It has no opinion; what is held stays. */
    record Abstains(String reason) implements Opinion {

        /** Validates. */
        public Abstains {
            Require.that(!reason.isBlank(), "reason must not be blank");
        }
    }
}
