package io.mts1b.quantkit.optimization;

import java.util.List;

/** A convex function with second derivatives, as far as the solver knows any. */
public sealed interface SmoothFunction extends BorderRow permits QuadraticOverLinear, EntropicTail {

    /** Returns the variables that must stay positive for the function to be defined. */
    List<Integer> positive();

    @Override
    default boolean isLinear() {
        return false;
    }
}
