/**
 * The commands of quantkit: {@code mts quantkit <command>}. The only package here that reads files.
 *
 * <p><b>Contract.</b> Files are CSV, compressed if their name ends in {@code .gz}. What is wrong with them is refused with
 * the file, the line and what was expected. Commands hold no mathematics of their own.
 */
@NullMarked
package io.mts1b.quantkit.commands;

import org.jspecify.annotations.NullMarked;
