package io.mts1b.oms.api;

/** What a client may do with a fund. None follows from another. */
public enum Permission {
    /** See its orders, fills and positions. */
    VIEW,
    /** Trade for it: submit, amend and cancel its orders. */
    TRADE,
    /** Stop its trading. */
    OPERATE
}
