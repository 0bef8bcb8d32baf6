/**
 * Language-model personas with recorded, replayable answers.
 *
 * <p><b>Floor 4.</b> Sees floors 0 to 3.
 */
@NullMarked
package io.mts1b.llm;

import org.jspecify.annotations.NullMarked;
