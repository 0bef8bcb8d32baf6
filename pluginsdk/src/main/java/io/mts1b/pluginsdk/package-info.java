/**
 * What a third party builds against: plugin kinds, the strategy ABI, the control client, templates, test kit.
 *
 * <p><b>Floor 1.</b> Sees floor 0 and, on its own floor, {@code platform}.
 */
@NullMarked
package io.mts1b.pluginsdk;

import org.jspecify.annotations.NullMarked;
