/**
 * The commands of oms-algos: {@code mts oms-algos <command>}. The only package here that reads files.
 *
 * <p><b>Floor 3.</b> Sees floors 0 to 2.
 *
 * <p><b>Contract.</b> Files are CSV, compressed if their name ends in {@code .gz}. What is wrong with them is refused
 * with the file, the line and what was expected. Commands hold no rules of their own.
 */
@NullMarked
package io.mts1b.omsalgos.commands;

import org.jspecify.annotations.NullMarked;
