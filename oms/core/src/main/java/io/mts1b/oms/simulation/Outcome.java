package io.mts1b.oms.simulation;

/**
 * What came of a run.
 *
 * @param events how many events the log holds
 * @param processes how often the process was started
 * @param fills how much traded
 * @param flattened how often an operator had everything closed, and nothing was left
 * @param stopped how often a position passed its stop
 * @param splits how often shares were split or joined
 * @param hash the hash of the last state; the same whenever the seed is run
 */
public record Outcome(int events, int processes, int fills, int flattened, int stopped, int splits, String hash) {}
