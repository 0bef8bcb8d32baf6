package io.mts1b.platform.service;

/** Whoever started a process, and may be asked while its services start. */
@FunctionalInterface
public interface Prompt {

    /** Nobody is there. */
    Prompt NOBODY = _ -> "";

    /**
     * Asks.
     *
     * @param question what to say; it names the words that are wanted
     * @return what was typed; empty if nobody is there
     */
    String ask(String question);
}
