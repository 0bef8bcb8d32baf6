package io.mts1b.portfolio.commands;

import io.mts1b.platform.service.AnsweringCommand;
import io.mts1b.platform.service.Console;

/** A command that answers with names and numbers. */
abstract class PortfolioCommand extends AnsweringCommand {

    private static final int WIDTH = 24;

    PortfolioCommand(Console console) {
        super(console);
    }

    /** Writes a name and a number for people, numbers below each other. */
    static String row(String name, double value) {
        return row(name, number(value));
    }

    static String row(String name, String value) {
        return row(name, WIDTH, value);
    }
}
