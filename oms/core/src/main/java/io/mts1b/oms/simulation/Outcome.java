package io.mts1b.oms.simulation;

/**
 * What came of a run.
 *
 * @param events how many events the log holds
 * @param processes how often the process was started
 * @param fills how much traded
 * @param flattened how often an operator had everything closed, and nothing was left
 * @param stopped how often a position passed its stop
 * @param restated how often holders of shares came to have other units: by a split, an exchange, a gift or a redemption
 * @param hash the hash of the last state; the same whenever the seed is run
 */
public record Outcome(int events, int processes, int fills, int flattened, int stopped, int restated, String hash) {}
