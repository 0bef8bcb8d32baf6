package io.mts1b.quantkit.commands;

import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;

/** A command that answers with names and numbers. */
abstract class QuantkitCommand extends AnsweringCommand {

    private static final int WIDTH = 46;

    QuantkitCommand(Console console) {
        super(console);
    }

    /** Writes a name and a number for people, numbers below each other. */
    static String row(String name, double value) {
        return row(name, WIDTH, number(value));
    }
}
