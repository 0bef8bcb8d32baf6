/**
 * The contracts as pure functions: a house and a tree in, what was looked at and what breaks it out.
 *
 * <p><b>Contract.</b> Rules do no input or output but the one that searches files for secrets, keep no state, and report
 * in the order of the tree.
 */
@NullMarked
package io.mts1b.contracts.rules;

import org.jspecify.annotations.NullMarked;
