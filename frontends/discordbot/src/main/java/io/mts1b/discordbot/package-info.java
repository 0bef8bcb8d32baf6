/**
 * Answers from the documentation, with sources, on Discord.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6.
 */
@NullMarked
package io.mts1b.discordbot;

import org.jspecify.annotations.NullMarked;
