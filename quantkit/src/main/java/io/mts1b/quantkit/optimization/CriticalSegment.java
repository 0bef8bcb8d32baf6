package io.mts1b.quantkit.optimization;

/**
 * A straight piece of the line of optima, with what keeps it optimal.
 *
 * @param point the optima
 * @param gradient the gradients of the Lagrangian: zero for free variables, not negative at lower bounds, not positive at
 *     upper ones
 * @param multipliers one per row: zero for rows that do not hold
 */
record CriticalSegment(Line point, Line gradient, Line multipliers) {}
