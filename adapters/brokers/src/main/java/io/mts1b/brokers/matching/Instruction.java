package io.mts1b.brokers.matching;

/** What becomes of a limit order beside trading. */
public enum Instruction {
    /** What does not trade at once rests. */
    GTC,
    /** What does not trade at once is canceled. */
    IOC,
    /** It trades whole at once, or is refused. */
    FOK,
    /** It rests whole, or is refused: it never takes. */
    POST_ONLY
}
