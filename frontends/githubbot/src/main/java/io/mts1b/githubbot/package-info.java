/**
 * Issue triage and review on GitHub, advisory only.
 *
 * <p><b>Floor 7.</b> Sees floors 0 to 6.
 */
@NullMarked
package io.mts1b.githubbot;

import org.jspecify.annotations.NullMarked;
