package io.mts1b.foundation.symbology;

/** When an option may be exercised. */
public enum ExerciseStyle {
    /** At any time until expiry. */
    AMERICAN,
    /** At expiry only. */
    EUROPEAN
}
